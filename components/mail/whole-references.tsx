const reference = /(\b(?:R-[0-9A-Z]{6}|INC-\d{1,9})\b|\uE000reference\uE001)/;

/** Words in which no reference is broken at its hyphen. Styled on the element, because mails use it too. */
export function WholeReferences({ text }: { text: string }) {
  let at = 0;
  const pieces = text.split(reference).map((words, place) => {
    const piece = { at, words, whole: place % 2 === 1 };
    at += words.length;
    return piece;
  });
  return pieces.map(({ at: key, words, whole }) =>
    whole ? (
      <span key={key} style={{ whiteSpace: 'nowrap' }}>
        {words}
      </span>
    ) : (
      words
    ),
  );
}
