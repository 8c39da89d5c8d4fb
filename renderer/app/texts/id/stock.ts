/** Texts of the stock screen, Indonesian. */
export const stock = {
  title: 'Stok',
  pulled: 'Stok ditarik {{time}}',
  neverPulled: 'Stok belum pernah ditarik',
  age: 'Umur angka',
  pull: 'Tarik stok sekarang',
  pulling: 'Menarik stok…',
  pulledCount: 'Stok {{shown}} barang diperbarui.',
  rule: 'Angka stok = tarikan terakhir dari Forstok + penjualan di mesin ini yang belum termasuk di dalamnya. Tarikan tidak pernah menghapus penjualan yang belum terkirim.',
  findings: 'Temuan',
  findingsCount: '{{shown}} temuan perlu diketahui',
  list: 'Daftar temuan stok',
  empty: 'Tidak ada temuan',
  emptyHint: 'Semua perubahan stok pada tarikan terakhir sudah dijelaskan oleh penjualan.',
  emptyNever: 'Tarik stok untuk membandingkan angka dengan penjualan.',
  column: { item: 'Barang', finding: 'Temuan', figure: 'Angka', age: 'Sejak', sales: 'Penjualan terkait' },
  finding: { oversold: 'Terjual melebihi stok', came: 'Bertambah di tempat lain', left: 'Berkurang di tempat lain' },
  meaning: {
    oversold:
      'Stok di bawah nol. Penjualan di bawah ini ikut mengambilnya. Hitung barang di rak, lalu perbaiki stok di Forstok.',
    oversoldElsewhere:
      'Stok di bawah nol, tetapi mesin ini tidak menjualnya. Periksa penjualan di toko online lain di Forstok.',
    came: 'Forstok menambah stok di luar penjualan mesin ini: barang masuk, retur, atau koreksi.',
    left: 'Forstok mengurangi stok di luar penjualan mesin ini: penjualan online, barang keluar, atau koreksi.',
  },
  noSales: 'Tidak ada dari mesin ini',
  moreFindings: '{{count}} temuan lain tidak ditampilkan.',
  moreSales: '+{{count}} lagi',
}
