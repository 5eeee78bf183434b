import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

interface Wanted {
  names: string[];
  from: Date;
  to: Date;
}

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (...bytes: number[]): Buffer => der(0x06, Buffer.from(bytes));
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value, 'latin1'));

/** 20260102030405Z, the one notation for all years. */
function time(at: Date): Buffer {
  return text(0x18, `${at.toISOString().replace(/[-:T]|\.\d+/g, '')}`);
}

const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

export interface Issued {
  key: string;
  cert: string;
  /** What signs others with it. */
  issuer: { name: Buffer; privateKey: KeyObject };
}

const basicConstraints = sequence(
  oid(0x55, 0x1d, 0x13),
  der(0x01, Buffer.from([0xff])),
  der(0x04, sequence(der(0x01, Buffer.from([0xff])))),
);

/**
 * A certificate and its key, as PEM (X.509 v3, RFC 5280), signed by another or by its own key.
 * @param by who signs it; with `signs`, it may sign others
 */
export function issued({ names, from, to }: Wanted, by?: Issued, signs = false): Issued {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const commonName = der(0x31, sequence(oid(0x55, 0x04, 0x03), text(0x0c, names[0] ?? 'nobody')));
  const name = sequence(commonName);
  const issuer = by?.issuer ?? { name, privateKey };
  const altNames = sequence(...names.map((value) => altName(value)));
  const subjectAltName = sequence(oid(0x55, 0x1d, 0x11), der(0x04, altNames));
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    issuer.name,
    sequence(time(from), time(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...(signs ? [basicConstraints] : []), subjectAltName)),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, issuer.privateKey));
  const body = sequence(content, ecdsaWithSha256, signature).toString('base64');
  const lines = body.match(/.{1,64}/g)?.join('\n') ?? '';
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    issuer: { name, privateKey },
  };
}

/** One that is signed by its own key. */
export function selfSigned(wanted: Wanted): { key: string; cert: string } {
  const { key, cert } = issued(wanted);
  return { key, cert };
}

function altName(value: string): Buffer {
  const four = /^\d+\.\d+\.\d+\.\d+$/.test(value);
  return four ? der(0x87, Buffer.from(value.split('.').map(Number))) : text(0x82, value);
}
