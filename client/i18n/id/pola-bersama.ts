/** A06: patterns that a school, or the instansi, shares. */
export const polaBersama = {
  judul: 'Pola bersama',
  ket: 'Kegiatan yang sama bagi banyak guru, misalnya upacara atau rapat. Guru melihatnya di pola cepat, juga tanpa internet; ia dapat menyalin atau menyembunyikannya.',
  ketDinas:
    'Berlaku untuk semua sekolah, juga yang ditambahkan kemudian. Sekolah tidak mengubahnya; guru dapat menyalin atau menyembunyikannya.',
  kosong: 'Belum ada pola bersama. Bagikan kegiatan yang dicatat banyak guru supaya mereka cukup dua ketuk.',
  baru: 'Bagikan pola',
  judulUbah: 'Ubah pola bersama',
  petunjuk: 'HP guru mencari rencana aksi ini di SKP masing-masing; bila tidak ada, guru memilih sendiri',
  katalog: 'Katalog kegiatan',
  dinas: 'Dari dinas',
  dibagikan: 'Pola dibagikan. Guru menerimanya saat HP-nya berikutnya terhubung',
  diubah: 'Pola diubah',
  pensiunkan: 'Pensiunkan pola',
  dipensiunkan: 'Pola dipensiunkan. Yang sudah dicatat dengannya tetap ada',
  pensiun: (jumlah: number) => `${jumlah} dipensiunkan`,
  pakaiLagi: 'Pakai lagi',
  dipakaiLagi: 'Pola dipakai lagi',
  sisa: (jumlah: number, paling: number) => `${jumlah} dari paling banyak ${paling}`,
  semuaSekolah: 'Untuk semua sekolah',
} as const;
