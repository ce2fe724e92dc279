import type { App } from '../../app/context.ts';
import { umum } from '../../i18n/id/umum.ts';

/** Where the screens of an admin's office lead back to. */
export const pulang = ({ mengimpor }: App): { href: string; label: string } => ({
  href: mengimpor ? '/dasbor' : '/akun',
  label: umum.aksi.kembali,
});
