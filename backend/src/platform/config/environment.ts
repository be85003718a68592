import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import * as z from 'zod';
import { parseInstant } from '#domain/working-time';

const url = (...protocols: string[]) =>
  z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`), error: `a ${protocols[0]}:// URL` });

const postgresUrl = url('postgres', 'postgresql');

// `ISO@rate`: office time from that moment on, so many times as fast as the machine's; `real` ends it.
const clockSetting = z
  .string()
  .regex(/^(real|\d{4}-\d{2}-\d{2}T[\d:.]+[+-]\d{2}:\d{2}(@\d+(\.\d+)?)?)$/, {
    error: 'a moment with its offset, and a rate: 2026-01-15T07:30:00+07:00@600; or real',
    abort: true,
  })
  .refine((text) => text === 'real' || parseInstant(text.replace(/@.*/, '')) !== undefined, {
    error: 'a moment that the calendar has',
  });

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'a port from 1 to 65535' })
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, { error: 'a port from 1 to 65535' });

// The first one seals; those after it only open what they sealed before the change.
const secrets = z
  .string()
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .refine((list) => list.every((secret) => secret.length >= 32), {
    error: 'secrets of at least 32 characters, separated by commas',
  });

/** `10.1.2.0/24`, or one address. */
const isNetwork = (text: string): boolean => {
  const [address = '', bits = '0', ...more] = text.split('/');
  const widest = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= widest && more.length === 0
  );
};

const proxies = z.string().regex(/^[\d.:a-f/]+(\s*,\s*[\d.:a-f/]+)*$/i, {
  error: 'addresses or networks of proxies, separated by commas: 10.0.0.5,192.168.1.0/24',
});

const listed = (text: string): readonly string[] => text.split(',').map((part) => part.trim());

const names = z
  .string()
  .transform(listed)
  .refine((hosts) => hosts.every((host) => /^\.?[a-z0-9.-]+$/.test(host)), {
    error: 'names of hosts, separated by commas: gateway.example,.zalo.me',
  });

const networks = z
  .string()
  .transform(listed)
  .refine((all) => all.every(isNetwork), {
    error: 'addresses or networks, separated by commas: 10.1.2.0/24,fd00:1::/32',
  });

const settings = z.object({
  PORT: port.optional(),
  MOTCUA_HOST: z.string().min(1).default('127.0.0.1'),
  MOTCUA_DATA_DIR: z
    .string()
    .transform((folder) => (isAbsolute(folder) ? folder : resolve(folder)))
    .optional(),
  // Where other systems drop lists, a folder for each unit in it; nothing outside it is ever read.
  MOTCUA_IMPORT_FOLDER: z
    .string()
    .refine(isAbsolute, { error: 'a whole path, from the root on' })
    .optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  // The mailbox that notices come from; without it the one that signs in at the server.
  MOTCUA_MAIL_FROM: z.email().optional(),
  // Where the product is found, for links in what it sends.
  MOTCUA_URL: url('https', 'http').optional(),
  // Hosts that hooks may lead to, `.example` for all below it; and inner networks opened on purpose.
  MOTCUA_HOOK_HOSTS: names.optional(),
  MOTCUA_HOOK_NETWORKS: networks.optional(),
  MOTCUA_SECRET: secrets.optional(),
  // Whoever asks for /metrics has to show it; without it only this machine may ask.
  MOTCUA_METRICS_TOKEN: z.string().min(16, { error: 'at least 16 characters' }).optional(),
  // Only they may tell the client's address and protocol (X-Forwarded-…).
  MOTCUA_PROXY: proxies.optional(),
  QUEUE: z.enum(['on', 'off']).default('on'),
  MOTCUA_CLOCK: clockSetting.optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

/** Everything the surroundings may say to the product; anything else in the environment is ignored. */
export const environmentSchema = settings
  .superRefine((given, context) => {
    const refuse = (name: keyof typeof given, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (given.NODE_ENV === 'production' && (given.MOTCUA_CLOCK ?? 'real') !== 'real') {
      refuse('MOTCUA_CLOCK', 'not with NODE_ENV=production: office time is then the real time');
    }
    if (given.DATABASE_OWNER_URL !== undefined && given.DATABASE_URL === undefined) {
      refuse('DATABASE_URL', 'needed as soon as DATABASE_OWNER_URL is given');
    }
  })
  .readonly();

export type Environment = z.infer<typeof environmentSchema>;

interface ConfigurationFault {
  readonly name: string;
  readonly message: string;
}

export type EnvironmentReading =
  { readonly environment: Environment } | { readonly faults: readonly ConfigurationFault[] };

/** An empty variable is an absent one: compose files and shells make them so. */
const withoutBlanks = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim() !== ''));

/** Reads the whole environment once and names everything that is wrong with it, not the first. */
export const readEnvironment = (variables: NodeJS.ProcessEnv): EnvironmentReading => {
  const { success, data, error } = environmentSchema.safeParse(withoutBlanks(variables));
  if (success) return { environment: Object.freeze(data) };
  // Never the value: it may be a password.
  return {
    faults: error.issues.map(({ path, message }) => ({ name: path.join('.'), message })),
  };
};
