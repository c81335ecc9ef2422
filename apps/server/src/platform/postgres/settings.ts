/** What every embedded PostgreSQL runs with; `settings` of the caller win. */
export function serverSettings(place: { socketFolder: string; port: number }, own: Record<string, string>) {
  const windows = process.platform === 'win32'
  return {
    listen_addresses: windows ? '127.0.0.1' : '',
    port: String(place.port),
    unix_socket_directories: windows ? '' : place.socketFolder,
    unix_socket_permissions: '0700',
    cluster_name: 'deskhand',

    max_connections: '120',
    shared_buffers: '64MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '1GB',
    random_page_cost: '1.1',
    jit: 'off',
    wal_compression: 'on',
    max_wal_size: '1GB',
    idle_session_timeout: '0',
    // A database cloned by file_copy shares its blocks where the file system can.
    ...(windows ? {} : { file_copy_method: 'clone' }),

    timezone: 'UTC',
    log_timezone: 'UTC',
    // Failed statements are logged by us, masked: their text and details hold personal data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...own,
  }
}

/** For databases that nobody will miss: three to ten times faster to write to. */
export const throwaway = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
