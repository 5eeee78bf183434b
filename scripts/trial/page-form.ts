const marks: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" };
const plain = (text = '') => text.replaceAll(/&(quot|amp|lt|gt|#x27);/g, (_, mark) => marks[mark] ?? '');

/** The hidden fields of a page's form, as a browser without scripts sends them. */
export function hiddenFields(page: string): Record<string, string> {
  const inputs = page.match(/<input [^>]*type="hidden"[^>]*>/g) ?? [];
  const attribute = (input: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1]);
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]));
}

/** A form as it is sent: its bytes, and the header that says what they are. */
export async function encodedForm(fields: Record<string, string | Blob>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = new Response(form);
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  return { body: new Uint8Array(await response.arrayBuffer()), headers };
}
