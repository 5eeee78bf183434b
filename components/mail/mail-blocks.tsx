import { Button, Section, Text } from '@react-email/components';
import type { MailBlock } from '@/lib/deliveries/rules/mail';
import { styles } from './mail-style';
import { WholeReferences } from './whole-references';

/** `*…*` of the catalogue as bold words. */
function EmphasisedText({ text }: { text: string }) {
  return text
    .split('*')
    .map((part, place) =>
      place % 2 === 1 ? <strong key={part}>{part}</strong> : <WholeReferences key={part} text={part} />,
    );
}

/** One part of a mail. */
export function MailPart({ block }: { block: MailBlock }) {
  switch (block.kind) {
    case 'text':
      return (
        <Text className="m-text" style={styles.text}>
          <WholeReferences text={block.text} />
        </Text>
      );
    case 'stressed':
      return (
        <Text className="m-text" style={styles.text}>
          <EmphasisedText text={block.text} />
        </Text>
      );
    case 'small':
      return (
        <Text className="m-small" style={styles.small}>
          {block.text}
        </Text>
      );
    case 'words':
      return (
        <div
          className="m-text m-words"
          dir="auto"
          style={styles.text}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: Words hold sanitised HTML by their definition.
          dangerouslySetInnerHTML={{ __html: block.words.html }}
        />
      );
    case 'quote':
      return (
        <div className="m-box" style={styles.box} dir="auto">
          {block.text}
        </div>
      );
    case 'box':
      return (
        <div className="m-box" style={styles.box}>
          <strong>{block.title}</strong>
          {block.text ? (
            <>
              <br />
              <bdi>{block.text}</bdi>
            </>
          ) : null}
        </div>
      );
    case 'button':
      return (
        <Section style={styles.buttonRow}>
          <Button className="m-button" style={styles.button} href={block.href}>
            {block.label}
          </Button>
        </Section>
      );
  }
}
