// The server as Microsoft's protocol package meets it: the client under Visual Studio Code, over stdio and over a pipe.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { test } from 'node:test'

// Installed outside the source.
const require = createRequire(path.join(process.env.KANWU_CLIENTS, 'index.js'))
const lsp = require('vscode-languageserver-protocol/node')

const uri = 'file:///draft.bulletin'
const draft =
  '青禾镇：整修水渠促丰收\n\n青禾村现有务工人员30人，其中脱贫户18人、一般农户14人。镇里以最快的速度 and 最大的力度清理沟渠。 王小玉\n'
const textDocument = { uri }

// A connection to a server of its own; it has left in order, and the server has ended, when `use` is done.
async function connected(capabilities, use, transport = 'stdio') {
  let child, connection
  if (transport === 'pipe') {
    const name = lsp.generateRandomPipeName()
    const pipe = await lsp.createClientPipeTransport(name)
    child = spawn(process.env.KANWU_BINARY, ['server', `--pipe=${name}`])
    const [reader, writer] = await pipe.onConnected()
    connection = lsp.createProtocolConnection(reader, writer)
  } else {
    child = spawn(process.env.KANWU_BINARY, ['server', '--stdio'])
    connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(child.stdout),
      new lsp.StreamMessageWriter(child.stdin),
    )
  }
  const ended = new Promise((resolve) => child.on('exit', resolve))
  connection.listen()
  const { capabilities: server } = await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities,
  })
  await connection.sendNotification(lsp.InitializedNotification.type, {})
  await use(connection, server)
  await connection.sendRequest(lsp.ShutdownRequest.type)
  await connection.sendNotification(lsp.ExitNotification.type)
  assert.equal(await ended, 0)
  connection.dispose()
}

const open = (connection, text = draft) =>
  connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'bulletin', version: 1, text },
  })

for (const transport of ['stdio', 'pipe']) {
  test(`findings are pushed to a client that does not ask (${transport})`, () =>
    connected(
      {},
      async (connection) => {
        const published = new Promise((resolve) =>
          connection.onNotification(lsp.PublishDiagnosticsNotification.type, resolve),
        )
        await open(connection)
        const { diagnostics, version } = await published
        assert.equal(version, 1)
        assert(diagnostics.some((one) => one.code === 'figures/sum-mismatch'))
      },
      transport,
    ))
}

test('findings are given to a client that asks, and unchanged ones are not given twice', () =>
  connected({ textDocument: { diagnostic: { dynamicRegistration: false } } }, async (connection, server) => {
    assert(lsp.DiagnosticOptions === undefined || server.diagnosticProvider.workspaceDiagnostics)
    await open(connection)
    const full = await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument })
    assert.equal(full.kind, lsp.DocumentDiagnosticReportKind.Full)
    const again = await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
      textDocument,
      previousResultId: full.resultId,
    })
    assert.equal(again.kind, lsp.DocumentDiagnosticReportKind.Unchanged)
  }))

test('a request that is cancelled is answered as cancelled', () =>
  connected({}, async (connection) => {
    await open(connection, draft.repeat(400))
    const source = new lsp.CancellationTokenSource()
    const symbols = connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument }, source.token)
    source.cancel()
    await assert.rejects(symbols, (error) => error.code === lsp.LSPErrorCodes.RequestCancelled)
  }))

test('tokens, folds, selections, lenses and actions are of the types of the protocol', () =>
  connected({ textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } }, async (connection, server) => {
    await open(connection)
    const tokens = await connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument })
    assert(tokens.data.length > 0 && tokens.data.length % 5 === 0)
    assert(server.semanticTokensProvider.legend.tokenTypes.length > Math.max(...tokens.data.filter((_, at) => at % 5 === 3)))
    const folds = await connection.sendRequest(lsp.FoldingRangeRequest.type, { textDocument })
    assert(folds.length > 0 && folds.every((fold) => lsp.FoldingRange.is(fold)))
    const positions = [{ line: 2, character: 3 }]
    const [selection] = await connection.sendRequest(lsp.SelectionRangeRequest.type, { textDocument, positions })
    assert(lsp.SelectionRange.is(selection))
    const [lens] = await connection.sendRequest(lsp.CodeLensRequest.type, { textDocument })
    assert(lsp.Command.is((await connection.sendRequest(lsp.CodeLensResolveRequest.type, lens)).command))
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }
    const actions = await connection.sendRequest(lsp.CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics: [], only: [lsp.CodeActionKind.QuickFix] },
    })
    assert(actions.length > 0 && actions.every((action) => lsp.CodeAction.is(action)))
  }))

test('edits made one by one leave what the editor has', () =>
  connected({}, async (connection) => {
    let text = draft
    await open(connection, text)
    for (let version = 2; version < 60; version += 1) {
      const at = (version * 7) % 12
      await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [
          { range: { start: { line: 0, character: at }, end: { line: 0, character: at } }, text: version % 3 ? '水' : '😀' },
        ],
      })
      // A lone half of a pair is never cut: the editor's own text decides where a character ends.
      text = text.slice(0, at) + (version % 3 ? '水' : '😀') + text.slice(at)
      if (/[\ud800-\udbff](?![\udc00-\udfff])/.test(text)) return
    }
    const symbols = await connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument })
    assert.equal(symbols[0].name, text.split('\n')[0])
  }))
