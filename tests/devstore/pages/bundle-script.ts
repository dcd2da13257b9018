import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a browser module with everything it imports into one plain script, which a page may load
 * before anything else runs. Rejects with what the bundler reports.
 */
export async function bundleScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('./', import.meta.url)),
    define: { 'process.env.NODE_ENV': '"production"' },
    mode: 'production',
    esbuild: { jsx: 'automatic', jsxDev: false },
    build: {
      target: 'es2022',
      minify: false,
      write: false,
      copyPublicDir: false,
      lib: { entry, formats: ['iife'], name: 'devstore' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const { output } of outputs.filter((candidate) => 'output' in candidate)) {
    const [chunk] = output;
    return chunk.code;
  }
  throw new Error(`The bundler wrote nothing for ${entry}.`);
}
