import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Everything lives under /app/ of the server; `npm run dev` passes /api on to a server on this machine.
export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: {
    target: 'es2023',
    cssMinify: 'lightningcss',
    // An inlined file would be a data: address, and the page's policy allows fonts and scripts from itself only.
    assetsInlineLimit: 0,
    // Browsers that know ES2023 preload modules by themselves.
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
});
