-- Enables the language server for bulletins, unless vim.g.kanwu_enable is false.

if vim.g.loaded_kanwu then
  return
end
vim.g.loaded_kanwu = true

if vim.fn.has('nvim-0.11') == 0 then
  vim.notify_once('kanwu: Neovim 0.11 or later is needed', vim.log.levels.WARN)
  return
end

if vim.g.kanwu_enable ~= false then
  vim.lsp.enable('kanwu')
end
