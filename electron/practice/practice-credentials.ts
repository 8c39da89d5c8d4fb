/** The credentials that the practice services accept. They open nothing but the simulators on this machine. */
export const PRACTICE_CREDENTIALS = {
  forstok: { id: 'latihan@konter.test', secretKey: 'practice-forstok-secret' },
  accurate: {
    apiToken: 'aat.NTA.practice-accurate-token',
    signatureSecret: '6b6f6e7465722d707261637469636573',
  },
} as const
