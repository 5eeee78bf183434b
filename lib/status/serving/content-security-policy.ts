/** The Content-Security-Policy of documents, and of pages that look like them: no inline script, no nonce. */
export const documentPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Of what is no page: feeds, JSON, the badge, what the pages load. */
export const filePolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
