-- The configuration of the language server, found by vim.lsp.enable('kanwu') (Neovim 0.11+).
-- Change any of it with vim.lsp.config('kanwu', { … }).

---@type vim.lsp.Config
return {
  cmd = { 'kanwu', 'server' },
  filetypes = { 'bulletin' },
  root_markers = { 'kanwu.toml', '.git' },
}
