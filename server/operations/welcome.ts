import type { Seeded } from './seed.ts';

const orang = (sebutan: string, seeded: readonly Seeded[], peran: Seeded['peran']): string => {
  const satu = seeded.find((one) => one.peran === peran);
  return satu
    ? `  ${sebutan.padEnd(16)}${satu.nama}\n    NIP           ${satu.nip}\n    Sandi         ${satu.sandi}\n`
    : '';
};

/** How to sign in to a demo school that was laid down just now: a teacher, the head and his pengawas. Shown once. */
export const caraMasuk = (seeded: readonly Seeded[]): string =>
  `Sekolah contoh sudah diisi. Sandi di bawah ini hanya ditampilkan sekali:

${orang('Guru', seeded, 'guru')}
${orang('Kepala sekolah', seeded, 'penilai')}
${orang('Pengawas', seeded, 'pengawas')}
Sandi guru lain: hentikan layanan, lalu npm run akun -- pegawai sandi --nip NIP
`;
