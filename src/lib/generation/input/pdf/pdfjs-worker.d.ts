/** Puts its handler on `globalThis.pdfjsWorker`, where the library looks for it before it starts a worker of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
