/** A district of this many people as a CSV without faults: schools of twenty, the first of each its head. */
export const kabupatenBesar = (orang: number): string => {
  const dua = (angka: number): string => String(angka).padStart(2, '0');
  const nip = (i: number): string => {
    const lahir = `${1970 + (i % 25)}${dua(1 + (Math.floor(i / 25) % 12))}${dua(1 + (Math.floor(i / 300) % 28))}`;
    return `${lahir}201001${1 + (i % 2)}${String(1 + (Math.floor(i / 8400) % 999)).padStart(3, '0')}`;
  };
  const baris = Array.from({ length: orang }, (_, i) => {
    const sekolah = Math.floor(i / 20);
    const kepala = i % 20 === 0;
    const sendiri = nip(i);
    const hari = Number(sendiri.slice(6, 8)) + (i % 2 === 1 ? 40 : 0);
    const nik = `990701${dua(hari)}${sendiri.slice(4, 6)}${sendiri.slice(2, 4)}${String(i % 10_000).padStart(4, '0')}`;
    const tanggal = `${sendiri.slice(6, 8)}-${sendiri.slice(4, 6)}-${sendiri.slice(0, 4)}`;
    return [
      ...[
        sendiri,
        nik,
        `Pegawai ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i % 26]} Nomor`,
        tanggal,
        i % 2 === 1 ? 'P' : 'L',
        'PNS',
      ],
      ...['Penata, III/c', kepala ? 'Kepala Sekolah' : 'Guru Kelas', 'Ahli Muda'],
      ...[
        `SD Negeri ${sekolah} Arunika`,
        `6${String(sekolah).padStart(7, '0')}`,
        kepala ? '' : nip(sekolah * 20),
      ],
    ].join(';');
  });
  const judul = 'NIP;NIK;Nama;Tanggal Lahir;JK;Status;Pangkat/Gol;Jabatan;Jenjang;Unit Kerja;NPSN;NIP Atasan';
  return `${judul}\r\n${baris.join('\r\n')}\r\n`;
};
