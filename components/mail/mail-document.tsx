import { Body, Container, Head, Heading, Html, Link, Preview, Section, Text } from '@react-email/components';
import type { Mail, MailFooterLine } from '@/lib/deliveries/rules/mail';
import { severityLabel } from '@/lib/severity/schema';
import { MailPart } from './mail-blocks';
import { badgeStyle, styleSheet, styles } from './mail-style';
import { WholeReferences } from './whole-references';

function FooterLine({ line }: { line: MailFooterLine }) {
  return (
    <Text className="m-small" style={styles.footerText}>
      <WholeReferences text={line.text} />
      {line.link ? (
        <>
          {' '}
          <Link className="m-link" style={styles.link} href={line.link.href}>
            {line.link.label}
          </Link>
        </>
      ) : null}
    </Text>
  );
}

/** Every mail: one column of 560 px, what is new first, why it came last. `preview` is the line beside the subject. */
export function MailDocument({ mail, preview }: { mail: Mail; preview: string }) {
  return (
    <Html lang={mail.locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{mail.heading}</title>
        <style>{styleSheet}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="m-body" style={styles.body}>
        <Container className="m-card" style={styles.card}>
          <Section className="m-main" style={styles.main}>
            {mail.badge ? (
              <span className={`m-${mail.badge}`} style={badgeStyle(mail.badge)}>
                {severityLabel[mail.badge]}
              </span>
            ) : null}
            <Heading as="h1" className="m-heading" style={styles.heading}>
              <WholeReferences text={mail.heading} />
            </Heading>
            {mail.blocks.map((block, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a mail is rendered once and its blocks never move.
              <MailPart key={place} block={block} />
            ))}
          </Section>
          {mail.footer.length > 0 ? (
            <Section className="m-footer" style={styles.footer}>
              {mail.footer.map((line) => (
                <FooterLine key={line.text} line={line} />
              ))}
            </Section>
          ) : null}
        </Container>
      </Body>
    </Html>
  );
}
