/** How somebody proved, or did not prove, who she is: at the door, or once more in a session (`…_lagi`). */
export type Proof = 'sandi' | 'slip' | 'kunci_sandi' | 'sandi_lagi' | 'kunci_sandi_lagi';

/**
 * What happened to the security of accounts, a line each, beside the id of the request. Nobody is in it: an account is a
 * pseudonym that changes every day, an address its pattern, a command its kind.
 */
export type SecurityLine =
  /** An attempt to sign in (ASVS 16.3.1); `kode` is null where it succeeded. */
  | {
      readonly apa: 'masuk';
      readonly id: string;
      readonly cara: Proof;
      readonly akun: string;
      readonly kode: string | null;
    }
  /** A request that was refused (ASVS 16.3.2, 16.3.3), with the roles of whoever asked; none where nobody is signed in. */
  | {
      readonly apa: 'ditolak';
      readonly id: string;
      readonly method: string;
      readonly route: string;
      readonly kode: string;
      readonly peran: readonly string[];
    }
  /** Commands of one kind that a phone had no right to, inside a request that was answered. */
  | {
      readonly apa: 'perintah_ditolak';
      readonly id: string;
      readonly perintah: string;
      readonly kode: string;
      readonly peran: readonly string[];
      readonly jumlah: number;
    };
