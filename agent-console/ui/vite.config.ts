import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The page is built straight into the classes, so that the jar serves it.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../target/classes/webroot",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
  },
});
