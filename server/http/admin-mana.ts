/** An admin of a school or of the instansi: who, and of which shards. */
export type AdminMana = { readonly id: string; readonly nama: string; readonly hak: readonly string[] };
