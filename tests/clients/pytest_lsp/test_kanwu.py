"""The server as pytest-lsp meets it, in the guise of the editors whose capabilities it knows."""

import os

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

URI = "file:///draft.bulletin"
DRAFT = (
    "青禾镇：整修水渠促丰收\n\n"
    "青禾村现有务工人员30人，其中脱贫户18人、一般农户14人。😀镇里以最快的速度 and 最大的力度清理沟渠，"
    "常熟市委统战部部长吴文进到场。 王小玉\n"
)
LINE = DRAFT.split("\n")[2]


@pytest_lsp.fixture(
    params=["visual_studio_code", "neovim", "emacs"],
    config=ClientServerConfig(server_command=[os.environ["KANWU_BINARY"], "server"]),
)
async def client(request, lsp_client: LanguageClient):
    capabilities = client_capabilities(request.param)
    lsp_client.asks = capabilities.text_document.diagnostic is not None
    # It announces what the editor can do, and leaves this to whoever writes the tests.
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    answer = await lsp_client.initialize_session(types.InitializeParams(capabilities=capabilities))
    lsp_client.encoding = answer.capabilities.position_encoding
    yield
    await lsp_client.shutdown_session()


def units(client, text):
    """How long a text is as this client counts."""
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[client.encoding]
    return len(text.encode(client.encoding if width == 1 else f"{client.encoding}-le")) // width


def position(client, word, more=1):
    return types.Position(line=2, character=units(client, LINE[: LINE.index(word) + more]))


def document():
    return types.TextDocumentIdentifier(uri=URI)


def open_draft(client, text=DRAFT):
    item = types.TextDocumentItem(uri=URI, language_id="bulletin", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))


async def findings(client):
    """Asked for where the client asks, waited for where it does not."""
    if client.asks:
        report = await client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(text_document=document())
        )
        return report.items
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return client.diagnostics[URI]


@pytest.mark.asyncio
async def test_findings_point_at_their_words_in_the_units_of_the_client(client):
    open_draft(client)
    found = {one.code: one for one in await findings(client)}
    foreign = found["wording/foreign-word"]
    assert foreign.range.start == position(client, "and", 0)
    assert foreign.range.end == position(client, "and", 3)
    assert foreign.code_description.href.startswith("https://")
    assert "18 + 14 = 32" in found["figures/sum-mismatch"].message


@pytest.mark.asyncio
async def test_findings_can_be_asked_for(client):
    open_draft(client)
    params = types.DocumentDiagnosticParams(text_document=document())
    full = await client.text_document_diagnostic_async(params)
    assert full.kind == "full" and full.items
    params.previous_result_id = full.result_id
    unchanged = await client.text_document_diagnostic_async(params)
    assert (unchanged.kind, unchanged.result_id) == ("unchanged", full.result_id)


@pytest.mark.asyncio
async def test_what_stands_at_a_place_is_explained_found_and_renamed(client):
    open_draft(client)
    at = {"text_document": document(), "position": position(client, "吴文进")}
    hover = await client.text_document_hover_async(types.HoverParams(**at))
    assert "吴文进" in hover.contents.value
    references = await client.text_document_references_async(
        types.ReferenceParams(**at, context=types.ReferenceContext(include_declaration=True))
    )
    assert [one.range.start for one in references] == [position(client, "吴文进", 0)]
    edit = await client.text_document_rename_async(types.RenameParams(**at, new_name="吴文靖"))
    edits = edit.changes[URI] if edit.changes else edit.document_changes[0].edits
    assert [one.new_text for one in edits] == ["吴文靖"]


@pytest.mark.asyncio
async def test_a_draft_has_symbols_folds_selections_tokens_lenses_and_links(client):
    open_draft(client)
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=document())
    )
    assert symbols[0].name == "青禾镇：整修水渠促丰收"
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(text_document=document()))
    assert (folds[0].start_line, folds[0].end_line) == (0, 2)
    selections = await client.text_document_selection_range_async(
        types.SelectionRangeParams(text_document=document(), positions=[position(client, "沟渠")])
    )
    assert selections[0].parent is not None
    tokens = await client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(text_document=document())
    )
    assert tokens.data and len(tokens.data) % 5 == 0
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(text_document=document()))
    resolved = await client.code_lens_resolve_async(lenses[0])
    assert "字" in resolved.command.title or "characters" in resolved.command.title
    links = await client.text_document_document_link_async(types.DocumentLinkParams(text_document=document()))
    assert list(links) == []


@pytest.mark.asyncio
async def test_a_fix_mends_its_finding(client):
    open_draft(client)
    here = types.Range(start=position(client, "and", 0), end=position(client, "and", 3))
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            text_document=document(), range=here, context=types.CodeActionContext(diagnostics=[])
        )
    )
    action = actions[0]
    if action.edit is None:
        action = await client.code_action_resolve_async(action)
    edits = action.edit.changes[URI] if action.edit.changes else action.edit.document_changes[0].edits
    assert edits and all("and" not in one.new_text for one in edits)
