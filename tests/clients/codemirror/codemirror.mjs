// The server as CodeMirror's own client meets it, with a real editor in a document without a browser.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
for (const name of ['document', 'MutationObserver', 'Window', 'Node', 'HTMLElement', 'Range', 'getComputedStyle', 'requestAnimationFrame', 'cancelAnimationFrame']) {
  globalThis[name] ??= window[name]
}
globalThis.window ??= window
window.Range.prototype.getClientRects = () => []

// Only now: they look for a document when they are loaded.
const { EditorView } = await import('@codemirror/view')
const { forEachDiagnostic } = await import('@codemirror/lint')
const { LSPClient, LSPPlugin, serverDiagnostics, formatDocument } = await import('@codemirror/lsp-client')

const draft =
  '青禾镇：整修水渠促丰收\n\n青禾村现有务工人员30人,其中脱贫户18人、一般农户14人。镇里以最快的速度 and 最大的力度清理沟渠。 王小玉\n'

// Messages without their headers, as the client wants them.
function transport(child) {
  let handlers = []
  let bytes = Buffer.alloc(0)
  child.stdout.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk])
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/Content-Length: (\d+)/.exec(bytes.subarray(0, end))[1])
      if (bytes.length < end + 4 + length) return
      const message = bytes.subarray(end + 4, end + 4 + length).toString()
      bytes = bytes.subarray(end + 4 + length)
      for (const handler of handlers) handler(message)
    }
  })
  return {
    send: (message) => child.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`),
    subscribe: (handler) => handlers.push(handler),
    unsubscribe: (handler) => (handlers = handlers.filter((one) => one !== handler)),
  }
}

async function until(holds) {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = holds()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it never came')
}

async function edited(use) {
  const child = spawn(process.env.KANWU_BINARY, ['server'])
  const client = new LSPClient({ extensions: [serverDiagnostics()], timeout: 20000 }).connect(transport(child))
  await client.initializing
  const view = new EditorView({ doc: draft, extensions: [client.plugin('file:///draft.bulletin', 'bulletin')], parent: document.body })
  try {
    await use(view, client)
  } finally {
    view.destroy()
    const ended = new Promise((resolve) => child.on('exit', resolve))
    // The client tells of the closed file a moment later, and goes without a word.
    await new Promise((resolve) => setTimeout(resolve, 100))
    client.disconnect()
    child.stdin.end()
    await ended
  }
}

function shown(view) {
  const found = []
  forEachDiagnostic(view.state, (one, from, to) => found.push([view.state.sliceDoc(from, to), one.message]))
  return found
}

test('findings are shown on their words, and follow the text', () =>
  edited(async (view) => {
    const found = await until(() => shown(view).length > 0 && shown(view))
    assert(found.some(([text]) => text === 'and'), JSON.stringify(found))
    const at = draft.indexOf(' and ')
    view.dispatch({ changes: { from: at, to: at + 5, insert: '和' } })
    await until(() => shown(view).length > 0 && !shown(view).some(([text]) => text === 'and' || text === '和'))
  }))

test('hovers and symbols are answered, and a draft is laid out', () =>
  edited(async (view, client) => {
    const textDocument = { uri: 'file:///draft.bulletin' }
    const hover = await client.request('textDocument/hover', { textDocument, position: { line: 2, character: 10 } })
    assert(JSON.stringify(hover).includes('30'), JSON.stringify(hover))
    const symbols = await client.request('textDocument/documentSymbol', { textDocument })
    assert.equal(symbols[0].name, '青禾镇：整修水渠促丰收')
    assert(LSPPlugin.get(view) && formatDocument(view))
    await until(() => view.state.doc.toString() !== draft)
    assert(view.state.doc.toString().includes('30人，其中'))
  }))
