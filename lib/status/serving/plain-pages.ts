/* Whole pages without a stylesheet: they are shown when nothing else can be counted on. */

interface PlainPage {
  title: string;
  text: string;
  /** Comes back by itself in so many seconds. */
  refresh?: number;
}

function page({ title, text, refresh }: PlainPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh ? `<meta http-equiv="refresh" content="${refresh}">\n` : ''}<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
<p>${text}</p>
</body>
</html>
`;
}

export const notReadyPage = page({
  title: 'The status page is starting',
  text: 'It has not been published yet. This page tries again every 5 seconds.',
  refresh: 5,
});

const notNow = 'Older incidents cannot be shown just now';
const known = '<a href="/">What is known now</a> is still there.';

export const awayPage = page({
  title: notNow,
  text: `The database does not answer. ${known} This page tries again every 5 seconds.`,
  refresh: 5,
});

/** For a reason of ours. It does not come back by itself: that would keep full what is full. */
export function refusedPage(sentence: string): string {
  return page({ title: notNow, text: `${sentence} ${known}` });
}
