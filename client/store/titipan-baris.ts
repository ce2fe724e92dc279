/** A part of an own export that was handed out: what its receipt will settle, and the key that opens it. */
export type TitipanKeluar = {
  /** Bundle and part, as the receipt names them. */
  readonly id: string;
  readonly jenis: 'keluar';
  /** Made, and neither shared nor saved yet: nobody has it. */
  diSini?: 1;
  readonly at: number;
  readonly kunci: CryptoKey;
  /** Command ids of each envelope, in order. */
  readonly perintah: readonly (readonly string[])[];
};

/** A colleague's file that this phone carries to the server; sealed, so nothing of what it holds is known here. */
export type TitipanMasuk = {
  /** SHA-256 of the file in hex; its bytes lie in `bytes` under this name until it has been delivered. */
  readonly id: string;
  readonly jenis: 'masuk';
  readonly at: number;
  readonly nama: string;
  readonly entri: number;
  readonly foto: number;
  readonly bagian: number;
  readonly dari: number;
  /** menunggu: to be brought · terkirim: the server has it, and its receipt is here · ditolak: not wanted there. */
  readonly status: 'menunggu' | 'terkirim' | 'ditolak';
  readonly offset: number;
  readonly code?: string | undefined;
  /** The sealed receipt, for its owner. */
  readonly bukti?: ArrayBuffer | undefined;
};
