/* Whole pages without a stylesheet: they are shown when nothing else can be counted on. */

function page(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
<p>${text}</p>
</body>
</html>
`;
}

export const notReadyPage = page(
  'The status page is starting',
  'It has not been published yet. This page tries again every 5 seconds.',
);

export const awayPage = page(
  'Older incidents cannot be shown just now',
  'The database does not answer. <a href="/">What is known now</a> is still there. This page tries again every 5 seconds.',
);
