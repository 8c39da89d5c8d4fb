import { describe, expect, test } from 'vitest'
import { EnvironmentError, readEnvironment } from './environment.ts'
import { serviceAccess, usesPracticeServices } from './service-access.ts'

const NOTHING_GIVEN = {
  profileFolder: null,
  forstokAuthUrl: null,
  forstokSellerUrl: null,
  accurateUrl: null,
  forstokId: null,
  forstokSecretKey: null,
  accurateApiToken: null,
  accurateSignatureSecret: null,
}
const services = {
  forstokAuthUrl: 'http://127.0.0.1:1',
  forstokSellerUrl: 'http://127.0.0.1:1',
  accurateUrl: 'http://127.0.0.1:2',
}

describe('the environment', () => {
  test('gives nothing when nothing is set', () => {
    expect(readEnvironment({ PATH: '/bin' }, false)).toEqual(NOTHING_GIVEN)
  })

  test('points an unpackaged build at another profile and other servers, without trailing slashes', () => {
    const environment = readEnvironment(
      {
        KONTER_USER_DATA: '/tmp/till',
        KONTER_ACCURATE_URL: 'http://127.0.0.1:9000//',
        KONTER_ACCURATE_API_TOKEN: 'aat.x',
      },
      false,
    )
    expect(environment).toEqual({
      ...NOTHING_GIVEN,
      profileFolder: '/tmp/till',
      accurateUrl: 'http://127.0.0.1:9000',
      accurateApiToken: 'aat.x',
    })
  })

  test('is ignored by a packaged build, even where it could not be used', () => {
    const variables = { KONTER_USER_DATA: '/tmp/evil', KONTER_ACCURATE_URL: 'not an address' }
    expect(readEnvironment(variables, true)).toEqual(NOTHING_GIVEN)
  })

  test.each(['not an address', 'ftp://127.0.0.1/', 'javascript:alert(1)', '127.0.0.1:80'])(
    'refuses the address %s and names its variable',
    (address) => {
      expect(() => readEnvironment({ KONTER_ACCURATE_URL: address }, false)).toThrow(EnvironmentError)
      expect(() => readEnvironment({ KONTER_ACCURATE_URL: address }, false)).toThrow(/KONTER_ACCURATE_URL/)
    },
  )

  test('never repeats the value of a secret in its error', () => {
    const variables = { KONTER_FORSTOK_AUTH_URL: 'https://user:hunter2@', KONTER_FORSTOK_SECRET_KEY: '' }
    expect(() => readEnvironment(variables, false)).toThrow(/^(?!.*hunter2).*KONTER_FORSTOK_SECRET_KEY/)
  })

  test('wants both addresses of Forstok or none', () => {
    expect(() => readEnvironment({ KONTER_FORSTOK_AUTH_URL: 'https://auth.test' }, false)).toThrow(/together/)
  })
})

describe('access to the services', () => {
  test('uses the practice services where no address is given, service by service', () => {
    const environment = { ...NOTHING_GIVEN, accurateUrl: 'http://127.0.0.1:9', accurateApiToken: 'aat.given' }
    const access = serviceAccess(environment, services)
    expect(access.forstok.authUrl).toBe(services.forstokAuthUrl)
    expect(access.accurate.accountUrl).toBe('http://127.0.0.1:9')
    expect(access.accurate.apiToken).toBe('aat.given')
  })

  test('is to practice services alone only while neither service is elsewhere', () => {
    const forstok = { forstokAuthUrl: 'http://127.0.0.1:8', forstokSellerUrl: 'http://127.0.0.1:8' }
    const accurate = { accurateUrl: 'http://127.0.0.1:9' }
    expect(usesPracticeServices(NOTHING_GIVEN)).toBe(true)
    expect(usesPracticeServices({ ...NOTHING_GIVEN, ...forstok })).toBe(false)
    expect(usesPracticeServices({ ...NOTHING_GIVEN, ...accurate })).toBe(false)
    expect(usesPracticeServices({ ...NOTHING_GIVEN, ...forstok, ...accurate })).toBe(false)
  })

  test('fails without practice services and without an address', () => {
    expect(() => serviceAccess(NOTHING_GIVEN, null)).toThrow('Forstok')
  })
})
