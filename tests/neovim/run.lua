-- Opens a sample bulletin in a headless Neovim as a user would and looks at what the server gives.
--
-- Run by tests/neovim.rs: nvim --headless --clean -l run.lua.

local support = dofile(vim.fs.joinpath(vim.fs.dirname(vim.fs.normalize(debug.getinfo(1, 'S').source:sub(2))), 'support.lua'))
local wait_for, equal, find, contains = support.wait_for, support.equal, support.find, support.contains
local diagnostics_of, underlined = support.diagnostics_of, support.underlined
local request, hover, names_of = support.request, support.hover, support.names_of

local checks = {}

function checks.the_filetype_is_a_bulletin_with_options_for_chinese_prose()
  equal('bulletin', vim.bo.filetype, 'filetype')
  equal({ true, false, false }, { vim.wo.wrap, vim.wo.linebreak, vim.wo.spell }, 'wrap, linebreak, spell')
end

function checks.a_stray_word_is_underlined_at_its_own_columns()
  wait_for('wording/foreign-word', function()
    return #diagnostics_of('wording/foreign-word') > 0
  end)
  local found = diagnostics_of('wording/foreign-word')
  equal(1, #found, 'diagnostics of wording/foreign-word')
  local line, from, to = find('and')
  equal({ line, from, line, to }, {
    found[1].lnum,
    found[1].col,
    found[1].end_lnum,
    found[1].end_col,
  }, 'range of the stray word')
  equal('kanwu', found[1].source, 'source')
end

function checks.a_sum_that_does_not_add_up_is_reported_with_its_figures()
  local found = diagnostics_of('figures/sum-mismatch')
  equal(1, #found, 'diagnostics of figures/sum-mismatch')
  contains(underlined(found[1]), '30', 'text under the sum')
  contains(found[1].message, '12', 'message')
  contains(found[1].message, '20', 'message')
end

function checks.a_misspelt_county_is_underlined_and_named_right()
  local found = diagnostics_of('names/misspelt-locality')
  equal(1, #found, 'diagnostics of names/misspelt-locality')
  equal('雎宁县', underlined(found[1]), 'text under the misspelt name')
  contains(found[1].message, '睢宁县', 'message')
end

function checks.the_hover_on_a_town_says_where_it_lies(client)
  local card = hover(client, '沙集镇')
  for _, part in ipairs({ '沙集镇', '江苏省', '徐州市', '睢宁县' }) do
    contains(card, part, 'hover on a town')
  end
end

function checks.the_hover_on_a_company_says_where_it_is_mentioned(client)
  local card = hover(client, '徐州木知家居有限公司')
  contains(card, '徐州木知家居有限公司', 'hover on a company')
  contains(card, '企业', 'hover on a company')
  contains(card, '19', 'line of the mention')
end

function checks.places_and_bodies_are_symbols_of_their_article(client)
  local symbols = request(client, 'textDocument/documentSymbol', {
    textDocument = vim.lsp.util.make_text_document_params(0),
  })
  local names = table.concat(names_of(symbols), '\n')
  contains(names, '沙集镇', 'symbols')
  contains(names, '徐州木知家居有限公司', 'symbols')
end

function checks.a_name_is_found_and_renamed_through_the_draft(client)
  local line, column = find('仝亚飞')
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  local parameters = vim.lsp.util.make_position_params(0, client.offset_encoding)
  parameters.context = { includeDeclaration = true }
  equal(4, #request(client, 'textDocument/references', parameters), 'references of a person')
  vim.lsp.buf.rename('仝亚鹏')
  wait_for('the new name', function()
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
    return not text:find('仝亚飞', 1, true) and select(2, text:gsub('仝亚鹏', '')) == 4
  end)
end

function checks.the_outline_has_an_entry_for_every_article(client)
  local symbols = request(client, 'textDocument/documentSymbol', {
    textDocument = vim.lsp.util.make_text_document_params(0),
  })
  local names = vim.tbl_map(function(symbol)
    return symbol.name
  end, symbols)
  equal(5, #names, 'articles in ' .. vim.inspect(names))
  contains(table.concat(names, '\n'), '沙集镇返乡青年把木工坊开进直播间', 'document symbols')
end

function checks.a_quick_fix_replaces_the_stray_word()
  local line, column = find('and')
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  vim.lsp.buf.code_action({
    filter = function(action)
      return action.title:find('和', 1, true) ~= nil
    end,
    apply = true,
  })
  wait_for('the corrected text', function()
    local text = vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1]
    return not text:find('and', 1, true)
  end)
  equal('和', vim.api.nvim_buf_get_text(0, line, column, line, column + #'和', {})[1], 'text at the place of the fix')
  wait_for('the diagnostic to go away', function()
    return #diagnostics_of('wording/foreign-word') == 0
  end)
end

-- In this order: the fix changes the text that the others read.
local order = {
  'the_filetype_is_a_bulletin_with_options_for_chinese_prose',
  'a_stray_word_is_underlined_at_its_own_columns',
  'a_sum_that_does_not_add_up_is_reported_with_its_figures',
  'a_misspelt_county_is_underlined_and_named_right',
  'the_hover_on_a_town_says_where_it_lies',
  'the_hover_on_a_company_says_where_it_is_mentioned',
  'places_and_bodies_are_symbols_of_their_article',
  'the_outline_has_an_entry_for_every_article',
  'a_quick_fix_replaces_the_stray_word',
  'a_name_is_found_and_renamed_through_the_draft',
}

support.run(checks, order)
