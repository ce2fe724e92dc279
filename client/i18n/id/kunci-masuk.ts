/** The other door of the sign-in screen. */
export const kunciMasuk = { tombol: 'Masuk dengan kunci sandi' } as const;
