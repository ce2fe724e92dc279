/** At least 512 simple words of three to eight letters, easy to read out and to type on a phone: 9 bits each. */
export const KATA: readonly string[] = `
abang acara adat air akar alam alas alat alir alun ambil anak angin angka anyam apel api arah arang arus asam asap
asin atap atas awan ayam ayun badan bagus bahan baik bakau baku balon bambu bangku bantal baris basah batang batik
batu bawang bayam becak bedug bekal belut benang benih bening beras berkas besar besi bibit bidang bijak biji bilik
bintang biru bola bolu bonang buah buaya bubur budaya buku bukit bulan bulat bulu bumbu bumi bunga burung busur cabai
cabang cahaya cair cakap cangkir catur celana cemara cerah cerita cermin cicak cincin coklat cuaca cukup dadar daging
dahan damai dapur darat dasar datar daun dayung debu delima desa dinding dingin domba dongeng duku dukuh dunia durian
ekor elang emas embun empat enam encer engsel esok fajar gabah gading gajah galah galeri gambar gamelan ganda garam
garis garuda gayung gelas gema gendang gerbang gergaji gigi gitar gula gulung gunung guru halaman halus handuk hangat
harum hasil hati hemat hijau hitung hujan hutan ibu ijuk ikan ikat indah intan irama isian istana jagung jahe jalan
jambu jamur janji jarum jati jejak jendela jeruk jinak jujur jumpa kabar kabut kaca kain kaki kakak kakao kaktus kalung
kambing kampung kanal kancil kantin kapal kapas kapur karang karet kartu karya kasur kawan kayu kebun kecap kecil
kelapa kelas kelinci keluarga kemah kemiri kenari kencur kepak keran kerbau kereta kerja kertas ketan ketela kilat
kincir kipas kolam kopi kota kuas kucing kuda kuku kulit kumpul kunci kuning kunyit kupas kursi labu ladang lagu laju
lama lampu lancar langit lantai lapang laut layar lebah lebar lele lembah lembut lengkuas lidi lilin lima limau lingkar
lobak logam lompat lontar lorong luas lubang lukis lumbung lurah lurus madu main makan malam mandi mangga manggis
manis maju masak mata mawar mekar melati meja merah merdu merpati mobil muara muda mudah mulai murai murid musik musim
naga nanas nasi nelayan nenas nira nyaring nyala nyata obor ombak orang otak padat padi pagar pagi paku pala palem
pandai pandan panen pantai papan papaya parang pasar pasir patung payung pedas pelita pelangi peluit pena perahu perak
petani petir piano piring pisang pohon pondok pucuk pulau puncak pupuk putih radio raja rajin rakit rambut rampai
ramah ranting rapat rapi rasa rawa rebab rebung rempah renang ringan roda roti rotan ruang rumah rumput rusa sabar
sabun sagu sahabat salak salam salju sambal sampan sandal santan sapi sapu sarang saring satu sawah sawo sayap sayur
sedap segar sehat sejuk sekolah selam selasih semangka semut senam sendok senja senyum sepatu sepeda serai serat seri
sirih sirsak siswa siul soto suara subur sukun suling sumur sungai surat surya susu sutra taat tabung taman tambak
tanah tandan tangga tanjung taring tari tawa tebing tebu teduh tegak tekun telaga telur teman tempe tenang tenun tepung
teras terang teratai terung tiang tikar timur tinta titik tomat topi toples tugu tulip tulis tumbuh tunas turun udang
udara ujung ukir ukur ulang ulas ulet umbi undang unggul ungu untung upaya utara utas utuh wadah wajan waktu warna warung
wayang wijen wortel zaitun
almari anggrek beduk belibis bangau cempaka delman ember gurame jemuran kemeja kenanga kuali melon pepaya perkutut rambutan
sirup tampah teko tenda terompet topeng
`
  .trim()
  .split(/\s+/);
