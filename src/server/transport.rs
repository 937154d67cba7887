//! Carries messages between the client and the service, in place of the framework's own loop.
//!
//! Every handler runs up to its first wait in the order of the messages, so that what it does to the state, or takes
//! from it, before that is in order; what is left of it runs by itself and holds up nothing. A panic is an answer.

use std::{
    any::Any,
    future::poll_fn,
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    task::Poll,
    time::Instant,
};

use futures_util::{FutureExt, SinkExt, StreamExt, future::BoxFuture};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncRead, AsyncWrite, AsyncWriteExt},
    sync::mpsc,
    task::JoinSet,
};
use tower_lsp::{
    ExitedError, Loopback,
    jsonrpc::{Error, Id, Request, Response},
};
use tower_service::Service;

use super::{
    frames::{FrameReader, Malformed},
    router::Shared,
};

/// How many messages may wait for the client to read them before nothing more is read of it.
const WAITING_OUT: usize = 1000;

/// How many requests may be worked on at a time before nothing more is read.
const WORKED_ON: usize = 500;

/// A message to the client.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Outgoing {
    Request(Request),
    Response(Response),
}

/// Serves until the client says `exit` or closes the input, or until the output is closed.
pub async fn serve<S>(
    input: impl AsyncRead + Unpin,
    output: impl AsyncWrite,
    service: S,
    socket: impl Loopback,
    shared: &Shared,
) where
    S: Service<Request, Response = Option<Response>, Error = ExitedError>,
    S::Future: Send + 'static,
{
    let (out, messages) = mpsc::channel(WAITING_OUT);
    let (mut requests, mut responses) = socket.split();
    let talk = async {
        let forward = async {
            while let Some(request) = requests.next().await {
                if out.send(Outgoing::Request(request)).await.is_err() {
                    break;
                }
            }
        };
        let trace = Arc::clone(&shared.trace);
        let mut desk = Desk { service, out: out.clone(), trace, tasks: JoinSet::new() };
        let read = async {
            let mut frames = FrameReader::new(input);
            while let Some(frame) = frames.next().await {
                match frame.map(sort) {
                    Err(Malformed(why)) => desk.refuse(Id::Null, Error::parse_error(), &why).await,
                    Ok(Incoming::Other(id)) => {
                        desk.refuse(id, Error::invalid_request(), "neither a request nor an answer").await;
                    }
                    Ok(Incoming::Response(response)) => drop(responses.send(response).await),
                    Ok(Incoming::Request(request)) => {
                        let last = request.method() == "exit";
                        if desk.take(request).await.is_err() || last {
                            return;
                        }
                    }
                }
            }
            // The client may have closed its end only, and still wait for answers; it gives none any more.
            shared.is_mute.send_replace(true);
            while desk.tasks.join_next().await.is_some() {}
        };
        tokio::select! {
            () = read => {}
            () = async { forward.await; std::future::pending().await } => {}
        }
    };
    let write = write(output, messages);
    tokio::pin!(write);
    tokio::select! {
        () = &mut write => return,
        () = talk => {}
    }
    drop(out);
    write.await;
}

/// Writes messages until there are no more, or until nobody reads them.
async fn write(output: impl AsyncWrite, mut messages: mpsc::Receiver<Outgoing>) {
    tokio::pin!(output);
    while let Some(message) = messages.recv().await {
        let body = serde_json::to_string(&message).expect("messages are plain data");
        let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        if output.write_all(frame.as_bytes()).await.is_err() || output.flush().await.is_err() {
            return;
        }
    }
}

/// A message of the client.
enum Incoming {
    Request(Request),
    Response(Response),
    /// JSON that is no message, with its id if it has one.
    Other(Id),
}

fn sort(message: Value) -> Incoming {
    let id = message.get("id").and_then(|id| serde_json::from_value(id.clone()).ok()).unwrap_or_default();
    let read = if message.get("method").is_some() {
        serde_json::from_value(message).map(Incoming::Request)
    } else {
        serde_json::from_value(message).map(Incoming::Response)
    };
    read.unwrap_or(Incoming::Other(id))
}

/// Where requests are taken in and answered.
struct Desk<S> {
    service: S,
    out: mpsc::Sender<Outgoing>,
    /// How much the client wants to be told of what is done.
    trace: Arc<AtomicU8>,
    /// Requests that could not be answered at once. They end with the connection.
    tasks: JoinSet<()>,
}

impl<S> Desk<S>
where
    S: Service<Request, Response = Option<Response>, Error = ExitedError>,
    S::Future: Send + 'static,
{
    /// Takes in one request or notification and brings it to its first wait.
    async fn take(&mut self, request: Request) -> Result<(), ExitedError> {
        poll_fn(|cx| self.service.poll_ready(cx)).await?;
        while self.tasks.try_join_next().is_some() {}
        while self.tasks.len() >= WORKED_ON {
            self.tasks.join_next().await;
        }
        let (method, id) = (request.method().to_owned(), request.id().cloned());
        let call = AssertUnwindSafe(|| self.service.call(request));
        let mut handled: BoxFuture<'static, _> = match std::panic::catch_unwind(call) {
            Ok(future) => AssertUnwindSafe(future).catch_unwind().boxed(),
            Err(panic) => std::future::ready(Err(panic)).boxed(),
        };
        let (out, trace, begin) = (self.out.clone(), Arc::clone(&self.trace), Instant::now());
        // Before `initialize` is answered nothing else may be taken in: it decides what positions mean.
        let first = if method == "initialize" {
            Poll::Ready(handled.as_mut().await)
        } else {
            futures_util::poll!(&mut handled)
        };
        match first {
            Poll::Ready(result) => answer(&out, &method, id, result, &trace, begin).await,
            Poll::Pending => {
                self.tasks
                    .spawn(async move { answer(&out, &method, id, handled.await, &trace, begin).await });
            }
        }
        Ok(())
    }

    /// Answers what was no request.
    async fn refuse(&self, id: Id, error: Error, why: &str) {
        log(&self.out, &format!("收到的消息有误，已跳过 · malformed message passed over: {why}")).await;
        let error = Error { message: format!("{}: {why}", error.message).into(), ..error };
        // A closed output ends the server elsewhere.
        drop(self.out.send(Outgoing::Response(Response::from_error(id, error))).await);
    }
}

type Handled = Result<Result<Option<Response>, ExitedError>, Box<dyn Any + Send>>;

/// Sends what came of a request.
async fn answer(
    out: &mpsc::Sender<Outgoing>,
    method: &str,
    id: Option<Id>,
    result: Handled,
    trace: &AtomicU8,
    begin: Instant,
) {
    let response = match result {
        Ok(result) => result.unwrap_or_default(),
        Err(panic) => {
            let why = panic_message(&*panic);
            log(out, &format!("服务器内部错误 · internal error in {method}: {why}")).await;
            id.map(|id| Response::from_error(id, Error { message: why.into(), ..Error::internal_error() }))
        }
    };
    let how_much = trace.load(Ordering::Relaxed);
    if how_much > 0 {
        let error = response.as_ref().and_then(Response::error).map(|error| error.message.to_string());
        let message = format!("{method}: {:.1} ms", begin.elapsed().as_secs_f64() * 1000.0);
        let verbose = error.unwrap_or_else(|| "ok".to_owned());
        let params = if how_much > 1 {
            json!({ "message": message, "verbose": verbose })
        } else {
            json!({ "message": message })
        };
        drop(out.send(Outgoing::Request(Request::build("$/logTrace").params(params).finish())).await);
    }
    if let Some(response) = response {
        drop(out.send(Outgoing::Response(response)).await);
    }
}

/// What a panic said.
pub fn panic_message(panic: &(dyn Any + Send)) -> String {
    let said = panic.downcast_ref::<&str>().map(|&said| said.to_owned());
    said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}

/// Tells the client's log of an error.
async fn log(out: &mpsc::Sender<Outgoing>, message: &str) {
    let params = json!({ "type": 1, "message": message });
    drop(out.send(Outgoing::Request(Request::build("window/logMessage").params(params).finish())).await);
}

#[cfg(test)]
mod tests {
    use std::task::Context;

    use futures_util::{sink, stream};

    use super::*;

    /// A service that panics as its request says, and answers every other with the number of requests so far.
    #[derive(Default)]
    struct Panicking {
        calls: usize,
    }

    impl Service<Request> for Panicking {
        type Response = Option<Response>;
        type Error = ExitedError;
        type Future = BoxFuture<'static, Result<Option<Response>, ExitedError>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ExitedError>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: Request) -> Self::Future {
            self.calls += 1;
            let (method, id, _) = request.into_parts();
            let response = id.map(|id| Response::from_ok(id, self.calls.into()));
            match &*method {
                "panic/call" => panic!("at once"),
                "panic/poll" => async { panic!("before it waits") }.boxed(),
                "panic/later" => async {
                    tokio::task::yield_now().await;
                    panic!("after it waits")
                }
                .boxed(),
                _ => std::future::ready(Ok(response)).boxed(),
            }
        }
    }

    struct NoLoopback;

    impl Loopback for NoLoopback {
        type RequestStream = stream::Pending<Request>;
        type ResponseSink = sink::Drain<Response>;

        fn split(self) -> (Self::RequestStream, Self::ResponseSink) {
            (stream::pending(), sink::drain())
        }
    }

    /// What the server sends for these bodies.
    fn talk(bodies: &[Value]) -> Vec<Value> {
        let frame = |body: &Value| {
            let body = body.to_string();
            format!("Content-Length: {}\r\n\r\n{body}", body.len())
        };
        let input: String = bodies.iter().map(frame).collect();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let mut output = Vec::new();
            serve(input.as_bytes(), &mut output, Panicking::default(), NoLoopback, &Shared::default()).await;
            let (mut frames, mut sent) = (FrameReader::new(&output[..]), Vec::new());
            while let Some(message) = frames.next().await {
                sent.push(message.unwrap());
            }
            sent
        })
    }

    #[test]
    fn a_panic_answers_its_request_and_the_server_lives_on() {
        for (method, why) in
            [("panic/call", "at once"), ("panic/poll", "before it waits"), ("panic/later", "after it waits")]
        {
            let sent = talk(&[
                json!({ "jsonrpc": "2.0", "method": method }),
                json!({ "jsonrpc": "2.0", "method": method, "id": "a" }),
                json!({ "jsonrpc": "2.0", "method": "sound", "id": 2 }),
            ]);
            let answer = |id: Value| sent.iter().find(|message| message.get("id") == Some(&id)).unwrap();
            assert_eq!(answer("a".into())["error"], json!({ "code": -32603, "message": why }));
            assert_eq!(answer(2.into())["result"], 3);
            let logged = sent.iter().filter(|message| message["method"] == "window/logMessage");
            assert_eq!(logged.count(), 2, "the notification is logged, too: {sent:?}");
        }
    }

    #[test]
    fn json_that_is_no_request_is_refused_with_its_id() {
        for (body, id) in [
            (json!({}), Value::Null),
            (json!([]), Value::Null),
            (json!(7), Value::Null),
            (json!({ "method": "sound", "id": 5 }), json!(5)),
            (json!({ "jsonrpc": "2.0", "method": 1, "id": "x" }), json!("x")),
        ] {
            let sent = talk(&[body.clone(), json!({ "jsonrpc": "2.0", "method": "sound", "id": 2 })]);
            assert_eq!(sent[0]["method"], "window/logMessage");
            assert_eq!((&sent[1]["error"]["code"], &sent[1]["id"]), (&json!(-32600), &id), "{body}");
            assert_eq!(sent[2]["id"], 2);
        }
    }
}
