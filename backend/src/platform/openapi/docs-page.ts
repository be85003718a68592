import { CSRF_HEADER, mePath } from '#contract/identity';

/** Where the page lies, and where it finds what it shows. */
export const DOCS_PATH = '/api/docs';
export const DOCUMENT_PATH = '/api/openapi.json';

/** Nothing inline and nothing from elsewhere: the product's content policy lets neither in. */
export const docsHtml = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API · Motcua</title>
    <link rel="icon" href="${DOCS_PATH}/favicon-32x32.png">
    <link rel="stylesheet" href="${DOCS_PATH}/swagger-ui.css">
    <link rel="stylesheet" href="${DOCS_PATH}/docs.css">
    <script src="${DOCS_PATH}/swagger-ui-bundle.js" defer></script>
    <script src="${DOCS_PATH}/docs.js" defer></script>
  </head>
  <body>
    <nav><a href="/">Motcua</a><a href="${DOCUMENT_PATH}" download="motcua-openapi.json">openapi.json</a></nav>
    <main id="api"></main>
    <noscript>Trang này cần JavaScript. · This page needs JavaScript.</noscript>
  </body>
</html>
`;

// A write with the session's cookie needs the token that only our own pages can read; one with a key
// (Authorize) never falls back to the cookie and needs none.
export const docsScript = `'use strict';
const READS = ['GET', 'HEAD', 'OPTIONS'];
const hasKey = (headers) =>
  Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
const withToken = async (request) => {
  if (READS.includes((request.method || 'GET').toUpperCase()) || hasKey(request.headers)) return request;
  const answer = await fetch('${mePath}', { headers: { accept: 'application/json' } });
  if (answer.ok) request.headers['${CSRF_HEADER}'] = (await answer.json()).csrfToken;
  return request;
};
window.addEventListener('DOMContentLoaded', () => {
  window.SwaggerUIBundle({
    url: '${DOCUMENT_PATH}',
    dom_id: '#api',
    layout: 'BaseLayout',
    deepLinking: true,
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: withToken,
  });
});
`;

export const docsStyle = `body { margin: 0; background: #fff; }
nav { display: flex; gap: 1rem; padding: .5rem 1.25rem; background: #14365d; }
nav a { color: #fff; font: 600 14px/1.5 system-ui, sans-serif; text-decoration: none; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
.swagger-ui .wrapper { max-width: 1400px; }
.swagger-ui .info { margin: 1rem 0; }
.swagger-ui .info hgroup.main { margin: 0; }
.swagger-ui .info .title { font-size: 24px; }
.swagger-ui .info p, .swagger-ui .info__summary { margin: .4em 0; }
.swagger-ui .scheme-container { padding: .5rem 0; margin: 0 0 .5rem; box-shadow: none; }
.swagger-ui .opblock-tag { font-size: 16px; line-height: 1.3; margin: 0; padding: 5px 12px 5px 4px; }
.swagger-ui .opblock-tag small { padding: 0 8px; }
.swagger-ui .opblock-tag-section { margin: 0; }
.swagger-ui .opblock-body-container, .swagger-ui textarea { min-height: 140px; }
.swagger-ui .opblock { margin: 0 0 4px; box-shadow: none; }
.swagger-ui .opblock .opblock-summary { padding: 2px 4px; }
.swagger-ui .opblock .opblock-summary-method { padding: 4px 0; min-width: 64px; font-size: 12px; }
.swagger-ui .opblock .opblock-summary-path { font-size: 14px; max-width: 60%; }
.swagger-ui .opblock-description-wrapper { padding: 8px 20px; }
.swagger-ui .scheme-container .schemes { justify-content: flex-end; }
.swagger-ui .scheme-container { background: none; }
.swagger-ui .info, .swagger-ui .scheme-container .auth-wrapper { margin: .5rem 0; }
.swagger-ui .btn.authorize { padding: 2px 12px; }
.swagger-ui .filter .operation-filter-input { margin: 4px 0; padding: 5px 10px; }
`;
