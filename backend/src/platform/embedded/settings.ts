const MEGABYTE = 1024;

/**
 * Given on the command line at every start, so that a cluster made by an earlier version follows.
 * Durable before fast: what an officer was told is saved stays saved when the power goes.
 */
const serverSettings = (port: number): Readonly<Record<string, string>> => ({
  listen_addresses: '127.0.0.1',
  port: String(port),
  // Socket paths may not exceed 107 bytes, and a checkout's path may.
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // A process takes up to 25: two kinds of queue, a pool of ten, ears. Three and one that restarts fit.
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  jit: 'off',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  cluster_name: 'motcua',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%Y%m%d-%H%M%S.log',
  log_rotation_size: String(10 * MEGABYTE),
  log_line_prefix: '%m [%p] ',
  // Parameters hold names of citizens: they never reach a log.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
});

export const serverArguments = (clusterFolder: string, port: number): string[] => [
  '-D',
  clusterFolder,
  ...Object.entries(serverSettings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

export const SUPERUSER = 'motcua_root';

export const initdbArguments = (clusterFolder: string, passwordFile: string): string[] => [
  `--pgdata=${clusterFolder}`,
  `--username=${SUPERUSER}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--data-checksums',
  '--encoding=UTF8',
  // PostgreSQL's own C.UTF-8: the same on every machine, needs no locale of the system.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--text-search-config=simple',
  '--no-instructions',
];
