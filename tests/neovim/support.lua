-- What the scripts of the tests share: looking at the buffer, asking the server, running checks in order.
--
-- Environment: KANWU_PLUGIN (the plugin folder), KANWU_BINARY (the server), KANWU_SAMPLE (a bulletin to edit).

local M = {}

local PATIENCE = 20000

function M.wait_for(what, condition)
  assert(vim.wait(PATIENCE, condition, 20), 'waited in vain for ' .. what)
end

function M.equal(want, got, what)
  assert(vim.deep_equal(want, got), ('%s: wanted %s, got %s'):format(what, vim.inspect(want), vim.inspect(got)))
end

-- The place of the first occurrence of `needle`: 0-based line and byte column, as Neovim counts.
function M.find(needle)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local from, to = line:find(needle, 1, true)
    if from then
      return number - 1, from - 1, to
    end
  end
  error('the sample does not contain ' .. needle)
end

function M.diagnostics_of(rule)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.code == rule
  end, vim.diagnostic.get(0))
end

-- The text that a diagnostic underlines.
function M.underlined(diagnostic)
  return table.concat(
    vim.api.nvim_buf_get_text(
      0,
      diagnostic.lnum,
      diagnostic.col,
      diagnostic.end_lnum,
      diagnostic.end_col,
      {}
    ),
    '\n'
  )
end

function M.request(client, method, parameters)
  local answer, failure = client:request_sync(method, parameters, PATIENCE, 0)
  assert(answer, ('%s: %s'):format(method, failure))
  assert(not answer.err, ('%s: %s'):format(method, vim.inspect(answer.err)))
  return answer.result
end

function M.contains(text, part, what)
  assert(text:find(part, 1, true), ('%s: %q is not in:\n%s'):format(what, part, text))
end

local function hover_at(client, line, column, name)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  local parameters = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local result = M.request(client, 'textDocument/hover', parameters)
  assert(result and result.contents, 'no hover on ' .. name)
  return table.concat(vim.lsp.util.convert_input_to_markdown_lines(result.contents), '\n')
end

-- The card of the first occurrence of a name.
function M.hover(client, name)
  local line, column = M.find(name)
  return hover_at(client, line, column, name)
end

-- The card of the name that stands behind other words.
function M.hover_behind(client, words, name)
  local line, column = M.find(words .. name)
  return hover_at(client, line, column + #words, name)
end

-- Names of symbols, those inside others included.
function M.names_of(symbols, names)
  names = names or {}
  for _, symbol in ipairs(symbols) do
    table.insert(names, symbol.name)
    M.names_of(symbol.children or {}, names)
  end
  return names
end

local function main(checks, order)
  vim.opt.swapfile = false
  vim.opt.runtimepath:prepend(vim.env.KANWU_PLUGIN)
  vim.cmd('filetype plugin on')
  vim.lsp.config('kanwu', { cmd = { vim.env.KANWU_BINARY, 'server' } })
  vim.cmd.runtime('ftdetect/bulletin.lua')
  vim.cmd.runtime('plugin/kanwu.lua')
  vim.cmd.edit(vim.fn.fnameescape(vim.env.KANWU_SAMPLE))

  local client
  M.wait_for('the server', function()
    client = vim.lsp.get_clients({ bufnr = 0, name = 'kanwu' })[1]
    return client and client.initialized
  end)
  print(('server attached, positions in %s'):format(client.offset_encoding))

  local failed = 0
  for _, name in ipairs(order) do
    local passed, failure = xpcall(checks[name], debug.traceback, client)
    print(('%s %s'):format(passed and 'ok  ' or 'FAIL', name))
    if not passed then
      failed = failed + 1
      print(failure)
    end
  end

  client:stop()
  M.wait_for('the server to stop', function()
    return client:is_stopped()
  end)
  return failed
end

-- Runs the checks in this order; any that fails ends Neovim with exit code 1.
function M.run(checks, order)
  local passed, result = xpcall(main, debug.traceback, checks, order)
  if not passed then
    print(result)
    print(table.concat(vim.fn.readfile(vim.lsp.log.get_filename(), '', -20), '\n'))
  end
  vim.cmd(passed and result == 0 and 'qall!' or 'cquit 1')
end

return M
