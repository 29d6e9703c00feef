export type Durability = "durable" | "throwaway";

/**
 * Given on the command line at every start, so that an upgrade of the product also upgrades them. The sizes suit a small
 * machine of two cores that the web server shares.
 */
export function serverSettings(port: number, durability: Durability): Record<string, string> {
  const durable = durability === "durable" ? "on" : "off";
  return {
    port: String(port),
    listen_addresses: "127.0.0.1",
    // A socket file's path has a length limit that deep project folders exceed.
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    max_connections: "100",
    shared_buffers: durability === "durable" ? "256MB" : "128MB",
    effective_cache_size: "2GB",
    work_mem: "16MB",
    // Parallel workers share hash tables through /dev/shm, which containers often limit to 64 MB.
    hash_mem_multiplier: "1",
    max_parallel_workers_per_gather: "1",
    maintenance_work_mem: "128MB",
    // Nothing replicates from this server, so the log need only serve recovery.
    wal_level: "minimal",
    max_wal_senders: "0",
    max_logical_replication_workers: "0",
    wal_buffers: "16MB",
    min_wal_size: "256MB",
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    random_page_cost: "1.1",
    // The queries are short; compiling them costs more than it saves.
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    datestyle: "ISO, YMD",
  };
}
