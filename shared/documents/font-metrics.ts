import type { FontWeight } from './layout.ts'

/**
 * Advance widths of DejaVu Sans Condensed, made by build/make-font-metrics.ts from assets/fonts/: do not edit.
 * Each row: first code point, then one width a code point in base 36 font units; an empty cell is a missing glyph.
 */
export type FontMetrics = {
  readonly unitsPerEm: number
  readonly advances: readonly (readonly [number, string])[]
}

/** The widths of both weights. */
export const FONT_METRICS: Readonly<Record<FontWeight, FontMetrics>> = {
  regular: {
    unitsPerEm: 2048,
    advances: [
      [
        0x20,
        'g9,ki,nj,16w,wk,1cn,13x,e2,jz,jz,pl,16w,g9,ih,g9,h9,wk,wk,wk,wk,wk,wk,wk,wk,wk,wk,h9,h9,16w,16w,16w,r6,1f7,z0,z4,zr,13f,wc,tg,13o,12i,f3,f3,xk,si,186,12a,14a,uv,14a,zk,wi,v9,11h,z0,1em,z2,v9,z2,jz,h9,jz,16w,pl,pl,vd,wi,s5,wi,vi,i0,wi,wg,e8,e8,tn,e8,1dv,wg,vb,wi,wi,l1,qo,k2,wg,ua,15v,ua,ua,qv,wk,h9,wk,16w',
      ],
      [
        0xa0,
        'g9,ki,wk,wk,wk,wk,h9,pl,pl,1f7,o4,vb,16w,ih,1f7,pl,pl,16w,ki,ki,pl,wk,wk,g9,pl,ki,o4,vb,1dm,1dm,1dm,r6,z0,z0,z0,z0,z0,z0,1dv,zr,wc,wc,wc,wc,f3,f3,f3,f3,13o,12a,14a,14a,14a,14a,14a,16w,14a,11h,11h,11h,11h,v9,uz,w9,vd,vd,vd,vd,vd,vd,1e9,s5,vi,vi,vi,vi,e8,e8,e8,e8,vb,wg,vb,vb,vb,vb,vb,16w,vb,wg,wg,wg,wg,ua,wi,ua,z0,vd,z0,vd,z0,vd,zr,s5,zr,s5,zr,s5,zr,s5,13f,wi,13o,wi,wc,vi,wc,vi,wc,vi,wc,vi,wc,vi,13o,wi,13o,wi,13o,wi,13o,wi,12i,wg,1aw,zk,f3,e8,f3,e8,f3,e8,f3,e8,f3,e8,u7,sg,f3,e8,xk,tn,tn,si,e8,si,e8,si,j7,si,hi,sr,ej,12a,wg,12a,wg,12a,wg,15n,12a,wg,14a,vb,14a,vb,14a,vb,1ir,1gd,zk,l1,zk,l1,zk,l1,wi,qo,wi,qo,wi,qo,wi,qo,v9,k2,v9,k2,v9,k2,11h,wg,11h,wg,11h,wg,11h,wg,11h,wg,11h,wg,1em,15v,v9,ua,v9,z2,qv,z2,qv,z2,qv,i0,wi,11m,z4,wi,z4,wi,100,zr,s5,13o,15x,z4,wi,vb,wc,14a,vg,tg,i0,13o,z5,1ed,i3,f3,126,tn,e8,ua,1dv,12a,wg,14a,1ar,vb,1ck,12v,xd,wi,zk,wi,qo,wc,h7,k2,v9,k2,v9,17x,wg,134,10w,122,11e,z2,qv,y3,y3,tk,qv,wk,y3,tk,q4,wi,f3,p7,ni,f4,20s,1ui,1n3,16r,149,nd,1bo,1ba,14t,z0,vd,f3,e8,14a,vb,11h,wg,11h,wg,11h,wg,11h,wg,11h,wg,vi,z0,vd,z0,vd,1dv,1e9,13o,wi,13o,wi,xk,tn,14a,vb,14a,vb,y3,tk,e8,20s,1ui,1n3,13o,wi,1kz,yx,12a,wg,z0,vd,1dv,1e9,14a,vb,z0,vd,z0,vd,wc,vi,wc,vi,f3,e8,f3,e8,14a,vb,14a,vb,zk,l1,zk,l1,11h,wg,11h,wg,wi,qo,v9,k2,w3,qp,12i,wg,11n,16w,zr,v9,z2,qv,z0,vd,wc,vi,14a,vb,14a,vb,14a,vb,14a,vb,v9,ua,oa,175,of,e8,1f3,1f3,z0,zr,s5,si,v9,qo,qv,uv,oi,z4,11h,z0,wc,vi,f3,e8,140,wi,zk,l1,v9,ua',
      ],
      [
        0x370,
        'xi,t2,184,x5,e9,e9,12a,x9,,,pl,s4,s5,s4,h9,f3,,,,,pl,pl,zg,g9,127,18l,kw,,15l,,168,169,hb,z0,z4,si,z0,wc,z2,12i,14a,f3,xk,z0,186,12a,wc,14a,12i,uv,,wc,v9,v9,14a,z2,14a,134,f3,v9,xr,ro,wg,hb,tm,xr,wo,ua,vb,ro,ru,wg,vb,hb,u6,ua,wk,sl,sj,vb,ut,wi,u1,wg,ut,tm,xr,tk,xr,16v,hb,tm,vb,tm,16v,xk,vg,vp,zr,174,zr,xr,16v,xz,14a,vb,x7,u1,tg,nh,xr,xr,18a,w4,1bs,16v,12t,xr,14i,vh,z5,v2,13a,w0,zs,vb,v9,rg,xz,wi,s5,e8,14a,vi,vi,uz,wi,zr,186,xb,wi,100,zr,100',
      ],
      [
        0x400,
        'wc,wc,149,v8,zr,wi,f3,f3,f3,1k0,1hi,149,10c,12a,v7,12i,z0,z4,z4,v8,140,wc,1j5,wt,12a,12a,10c,12i,186,12i,14a,12i,uv,zr,v9,v7,182,z2,13r,z3,1ir,1k0,16m,196,z4,zr,1j9,zk,vd,vk,u6,qw,ze,vi,1a4,r8,x9,x9,ux,wq,12m,xh,vb,xh,wi,s5,tt,ua,17r,ua,yu,u9,1au,1c8,106,14f,u6,s3,173,us,vi,vi,w0,qw,s3,qo,e8,e8,e8,1a7,1a0,xd,ux,x9,ua,xh,1bs,16v,13g,ye,1c9,12c,190,143,1nd,1f9,14a,vb,1gk,167,wk,ro,17u,18v,14a,vb,140,y1,140,y1,1es,1aa,1cs,12t,1oe,1gm,1bs,16v,zr,s5,pq,0,0,0,0,0,le,le,13j,yn,z4,u6,uv,wi,v8,qw,yj,u8,vy,r4,1j5,1a4,wt,r8,10c,ux,10c,ux,10c,ux,17u,16k,12i,xt,1fx,18w,1jc,1av,18y,zh,zr,s5,v9,tt,v9,ua,v9,ua,z2,ua,1bt,15a,z3,u9,z3,u9,z3,wg,1c6,119,1c6,119,f3,1j5,1a4,xk,ux,13q,yb,12i,xt,13r,yu,z3,u9,19g,13n,e8,z0,vd,z0,vd,1dv,1e9,wc,vi,14a,vi,14a,vi,1j5,1a4,wt,r8,y3,tk,12a,x9,12a,x9,14a,vb,14a,vb,14a,vb,zr,s3,v7,ua,v7,ua,v7,ua,z3,u9,v8,qw,196,14f,yj,u8,z2,ua,z2,ua',
      ],
      [
        0x1e00,
        'z0,vd,z4,wi,z4,wi,z4,wi,zr,s5,13f,wi,13f,wi,13f,wi,13f,wi,13f,wi,wc,vi,wc,vi,wc,vi,wc,vi,wc,vi,tg,i0,13o,wi,12i,wg,12i,wg,12i,wg,12i,wg,12i,wg,f3,e8,f3,e8,xk,tn,xk,tn,xk,tn,si,eq,si,eq,si,e8,si,e8,186,1dv,186,1dv,186,1dv,12a,wg,12a,wg,12a,wg,12a,wg,14a,vb,14a,vb,14a,vb,14a,vb,uv,wi,uv,wi,zk,l1,zk,l1,zk,l1,zk,l1,wi,qo,wi,qo,wi,qo,wi,qo,wi,qo,v9,k2,v9,k2,v9,k2,v9,k2,11h,wg,11h,wg,11h,wg,11h,wg,11h,wg,z0,ua,z0,ua,1em,15v,1em,15v,1em,15v,1em,15v,1em,15v,z2,ua,z2,ua,v9,ua,z2,qv,z2,qv,z2,qv,wg,k2,15v,ua,vd,i0,i0,i0,13c,vb,z0,vd,z0,vd,z0,vd,z0,vd,z0,vd,z0,vd,z0,vd,z0,vd,z0,vd,z0,vd,z0,vd,z0,vd,wc,vi,wc,vi,wc,vi,wc,vi,wc,vi,wc,vi,wc,vi,wc,vi,f3,e8,f3,e8,14a,vb,14a,vb,14a,vb,14a,vb,14a,vb,14a,vb,14a,vb,1ar,vb,1ar,vb,1ar,vb,1ar,vb,1ar,vb,11h,wg,11h,wg,17x,wg,17x,wg,17x,wg,17x,wg,17x,wg,v9,ua,v9,ua,v9,ua,v9,ua,13d,of,,,,',
      ],
      [0x2010, 'ih,ih,wk,pl,1f7,1f7,pl,pl,g9,g9,g9,g9,qi,qi,qi,qi,pl,pl,u7,u7,h4,y6,1f7,g9'],
      [
        0x2030,
        '1wp,2gu,bm,j4,qm,bm,j4,qm,hc,kh,kh,16w,ou,r6,pl,155,155,cs,1f7,pl,8j,jz,jz,1b7,11i,11i,pg,wk,pl,pl,pl,h9,155,pl,n0,1f7,155,16w,u0,xy,16w,16w,g9,14t,16w,g9,g9',
      ],
      [
        0x2070,
        'ki,95,,,ki,ki,ki,ki,ki,ki,r0,r0,r0,ck,ck,ke,ki,ki,ki,ki,ki,ki,ki,ki,ki,ki,r0,r0,r0,ck,ck,,k1,lc,l6,mq,lc,kp,ls,8i,vw,ke,lx,j3,f3',
      ],
      [0x20a0, '18w,wk,wk,wk,wk,1dv,wk,1t5,1iz,1em,145,wk,wk,wk,wk,1t5,wk,wk,wk,wk,13m,wk,,,wk,wk,wk,,,wk,,'],
      [
        0x2100,
        '1g5,1g5,zr,1li,wv,1g5,1im,vg,zr,1cq,,1el,12m,17i,wg,wg,o1,zp,10v,l5,15v,150,1h9,1f7,zp,zw,14a,14u,15o,14j,19w,z0,1g7,1j0,1f7,z0,124,tk,134,134,vj,hb,xk,z0,149,100,17r,ua,v0,149,tg,1ir,nn,125,yi,nu,x0,jg,1be,1p4,zy,119,xi,17g,15i,13o,si,si,v9,15x,109,vi,hz,hz,,13x,,,qy,',
      ],
      [
        0x2150,
        '1dm,1dm,1y5,1dm,1dm,1dm,1dm,1dm,1dm,1dm,1dm,1dm,1dm,1dm,1dm,t2,f3,p7,za,1b9,z0,1b8,1lb,1vf,1az,z2,1br,1lx,si,zr,13f,186,e8,nf,wm,15j,ua,15i,1eq,1nx,15x,ua,163,1fa,e8,s5,wi,1dv,1rr,13f,1rr,100,s4,zr,,,,1dm,,,,,,',
      ],
      [
        0x2190,
        '16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w',
      ],
      [
        0x2200,
        'z0,wk,qh,wc,wc,18l,y9,y9,18l,18l,10r,18l,18l,10r,wk,12r,12r,yi,16w,16w,16w,h9,wl,16w,w1,w1,wm,wm,wm,10k,16n,16w,19w,19w,16w,pl,pl,pl,pl,11h,11h,11h,11h,qo,14e,1i4,qo,14e,1i4,qo,qo,qo,wk,wk,db,wk,16w,16w,16w,16w,16w,16w,16w,16w,j7,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16y,16y,1f7,1f7,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,1hl,1hl,nr,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,11h,11h,11h,16w,16w,16w,16w,13y,13y,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,18l,18l,18l,18l,qn,qn,18l,18l,18l,18l,18l,18l,18l,18l,16w,16w,16w,16w,16w,16w,1f7,1f7,16w,16w,qn,11h,11h,11h,16w,16w,160,160,160,160,w1,g9,w1,16w,1f7,1f7,1f7,1f7,1f7,16w,11i,11i,16w,16w,16w,16w,16w,16w,16w,16w,20t,20t,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,1f7,1f7,1f7,1f7,1f7,18l,10r,18l,18l,10r,18l,18l,1f7,18l,10r,18l,10r,18l',
      ],
      [
        0x25a0,
        '1cd,1cd,1cd,1cd,1cd,1cd,1cd,1cd,1cd,1cd,yp,yp,1cd,1cd,s6,s6,13d,13d,13d,13d,pp,pp,13d,13d,pp,pp,13d,13d,13d,13d,pp,pp,13d,13d,pp,pp,13d,13d,13d,13d,13d,18o,pa,18o,18o,18o,18o,18o,18o,18o,18o,18o,18o,18o,qz,qz,14i,1do,1do,1do,jt,jt,jt,jt,18o,18o,13d,13d,13d,13d,u7,1cd,1cd,1cd,1cd,1cd,13d,13d,13d,1la,1cd,1cd,1cd,1cd,18o,18o,18o,18o,13d,13d,13d,16i,16i,11i,11i,13d',
      ],
      [
        0x2600,
        '19w,1f7,19w,19w,19w,19w,19w,tb,19v,19w,19h,19h,yd,1fu,1rr,1s0,19w,19w,19w,r9,19w,19w,19w,19w,19w,19w,19w,19w,19w,v6,19w,v6,19w,19w,19w,19w,y9,127,x9,144,rw,19w,19w,19w,10d,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,1hd,1hd,1hd,19w,19w,19w,vf,11i,11i,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,o5,wo,19w,19w,o5,ia,or',
      ],
    ],
  },
  bold: {
    unitsPerEm: 2048,
    advances: [
      [
        0x20,
        'ht,nc,qo,16w,zm,1fa,18n,fo,ne,ne,qr,16w,jg,l9,jg,ip,zm,zm,zm,zm,zm,zm,zm,zm,zm,zm,kh,kh,16w,16w,16w,tp,1f7,13m,130,11k,16i,yz,yz,160,16u,j1,j1,13o,wm,1ey,16u,17i,11i,17i,13f,10v,yx,15k,13m,1kh,13h,112,114,ne,ip,ne,16w,pl,pl,yj,10n,uc,10n,yq,m9,10n,10g,hj,hj,y1,hj,1hc,10g,z6,10n,10n,p9,uh,oh,10g,xd,1ba,x0,xd,ts,10g,ip,10g,16w',
      ],
      [
        0xa0,
        'ht,nc,zm,zm,wk,zm,ip,pl,pl,1f7,sv,x2,16w,l9,1f7,pl,pl,16w,mf,mf,pl,11o,wk,jg,pl,mf,sv,x2,1h0,1h0,1h0,tp,13m,13m,13m,13m,13m,13m,1jj,11k,yz,yz,yz,yz,j1,j1,j1,j1,16w,16u,17i,17i,17i,17i,17i,16w,17i,15k,15k,15k,15k,112,11r,10t,yj,yj,yj,yj,yj,yj,1hn,uc,yq,yq,yq,yq,hj,hj,hj,hj,z6,10g,z6,z6,z6,z6,z6,16w,z6,10g,10g,10g,10g,xd,10n,xd,13m,yj,13m,yj,13m,yj,11k,uc,11k,uc,11k,uc,11k,uc,16i,10n,16w,10n,yz,yq,yz,yq,yz,yq,yz,yq,yz,yq,160,10n,160,10n,160,10n,160,10n,16u,10g,1du,14g,j1,hj,j1,hj,j1,hj,j1,hj,j1,hj,123,z3,j1,hj,13o,y1,y1,wm,hj,wm,hj,wm,oj,wm,si,wv,j0,16u,10g,16u,10g,16u,10g,1eb,16u,10g,17i,z6,17i,z6,17i,z6,1nr,1k0,13f,p9,13f,p9,13f,p9,10v,uh,10v,uh,10v,uh,10v,uh,yx,oh,yx,oh,yx,oh,15k,10g,15k,10g,15k,10g,15k,10g,15k,10g,15k,10g,1kh,1ba,112,xd,112,114,ts,114,ts,114,ts,m9,10n,15i,130,10n,130,10n,11k,11k,uc,16w,190,12r,10n,z7,yz,17h,zm,yz,m9,160,14l,1hi,ma,jx,13o,y1,ig,ua,1hc,16u,10g,17i,18q,z6,1jf,1ap,140,10n,13f,10v,uh,yz,s9,oh,106,oh,yx,16r,10g,17i,15n,14t,13u,114,ts,13j,13j,ws,ts,zm,13j,ws,tb,10n,j1,xq,ru,j1,27m,20a,1ug,1fo,1e6,z3,1pw,1oe,1i0,13m,yj,j1,hj,17i,z6,15k,10g,15k,10g,15k,10g,15k,10g,15k,10g,yq,13m,yj,13m,yj,1jj,1hn,160,10n,160,10n,13o,y1,17i,z6,17i,z6,13j,ts,hj,27m,20a,1ug,160,10n,1tz,14a,16u,10g,13m,yj,1jj,1hn,17i,z6,13m,yj,13m,yj,yz,yq,yz,yq,j1,hj,j1,hj,17i,z6,17i,z6,13f,p9,13f,p9,15k,10g,15k,10g,10v,uh,yx,oh,zc,v3,16u,10g,16u,189,15f,xq,114,ts,13m,yj,yz,yq,17i,z6,17i,z6,17i,z6,17i,z6,112,xd,p6,18d,q7,hj,1jp,1jp,13m,11k,uc,wm,yx,uh,ts,140,vg,130,15k,13m,yz,yq,j1,hj,181,14i,13f,p9,112,xd',
      ],
      [
        0x370,
        'zq,sx,1gb,16s,fg,fg,16u,zv,,,pl,uc,s5,s4,kh,j1,,,,,ml,pl,14t,jg,17a,1fn,su,,19l,,1e6,19r,jy,13m,130,wm,13m,yz,114,16u,17i,j1,13o,13m,1ey,16u,wc,17i,16u,11i,,yz,yx,112,17i,13h,17i,17i,j1,112,z6,si,10g,jy,yk,z6,10n,yv,z6,si,u9,10g,z6,jy,10d,we,11o,yv,u9,z6,14i,10n,uc,13v,wo,yk,141,x0,14n,18i,jy,yk,z6,yk,18i,13o,xb,xt,127,1e9,127,14r,18i,122,17i,z6,11k,uc,yz,p9,zy,xr,1b1,w3,1jy,16v,16l,10n,1bi,122,11j,xa,14d,yc,12i,10n,yx,u7,122,10n,uc,hj,17i,x0,wz,11r,10n,11k,1ey,11h,10n,zr,11k,zr',
      ],
      [
        0x400,
        'yz,yz,18z,wm,11k,10v,j1,j1,j1,1n3,1lu,18z,15u,16u,13h,16u,13m,130,130,wm,19l,yz,1qo,10d,16u,16u,15u,16i,1ey,16u,17i,16u,11i,11k,yx,13h,1er,13h,1bi,15d,1r9,1vv,1c3,1h1,130,11k,1o3,13f,yj,zr,we,qr,15c,yq,1ey,tr,zv,zv,yr,11i,15u,zd,z6,zd,10n,uc,to,xd,1es,x0,11y,z5,1id,1kl,12h,1aa,wd,uc,1dr,wv,yq,yq,10j,qr,uc,uh,hj,hj,hj,1er,1cy,11l,yr,zv,xd,zd,1jy,18i,170,11o,1ft,16z,1es,16l,1xj,1le,17i,z6,1r9,1fk,zm,si,1j0,1ib,17i,z6,17i,zl,17i,zl,1ms,1hf,1j0,186,1zy,1o1,1jy,18i,11k,uc,xe,0,0,0,0,0,le,le,1d0,15a,130,va,11i,10n,wm,qr,y2,rs,15d,y9,1qo,1ey,10d,tr,13o,yr,15u,yr,15u,yr,1fz,16a,1cy,15c,1kg,18r,1t7,1g2,1cq,17x,11k,uc,yx,to,112,xd,112,xd,13h,x0,1ky,1f8,15d,z5,15d,z5,15d,10g,1gj,15g,1gj,15g,j1,1qo,1ey,13o,w9,1co,158,16u,zd,1d0,15a,15d,z5,1l2,1br,hj,13m,yj,13m,yj,1jj,1hn,yz,yq,17h,yq,17h,yq,1qo,1ey,10d,tr,13j,ws,16u,zv,16u,zv,17i,z6,17i,z6,17i,z6,11k,uc,13h,xd,13h,xd,13h,xd,15d,z5,wm,qr,1h1,1aa,y2,rs,13h,x0,13h,x0',
      ],
      [
        0x1e00,
        '13m,yj,130,10n,130,10n,130,10n,11k,uc,16i,10n,16i,10n,16i,10n,16i,10n,16i,10n,yz,yq,yz,yq,yz,yq,yz,yq,yz,yq,yz,m9,160,10n,16u,10g,16u,10g,16u,10g,16u,10g,16u,10g,j1,hj,j1,hj,13o,y1,13o,y1,13o,y1,wm,hj,wm,hj,wm,hj,wm,hj,1ey,1hc,1ey,1hc,1ey,1hc,16u,10g,16u,10g,16u,10g,16u,10g,17i,z6,17i,z6,17i,z6,17i,z6,11i,10n,11i,10n,13f,p9,13f,p9,13f,p9,13f,p9,10v,uh,10v,uh,10v,uh,10v,uh,10v,uh,yx,oh,yx,oh,yx,oh,yx,oh,15k,10g,15k,10g,15k,10g,15k,10g,15k,10g,13m,xd,13m,xd,1kh,1ba,1kh,1ba,1kh,1ba,1kh,1ba,1kh,1ba,13h,x0,13h,x0,112,xd,114,ts,114,ts,114,ts,10g,oh,1ba,xd,yj,m9,m9,m9,19v,z6,13m,yj,13m,yj,13m,yj,13m,yj,13m,yj,13m,yj,13m,yj,13m,yj,13m,yj,13m,yj,13m,yj,13m,yj,yz,yq,yz,yq,yz,yq,yz,yq,yz,yq,yz,yq,yz,yq,yz,yq,j1,hj,j1,hj,17i,z6,17i,z6,17i,z6,17i,z6,17i,z6,17i,z6,17i,z6,18q,z6,18q,z6,18q,z6,18q,z6,18q,z6,15k,10g,15k,10g,16r,10g,16r,10g,16r,10g,16r,10g,16r,10g,112,xd,112,xd,112,xd,112,xd,1cr,wy,,,,',
      ],
      [0x2010, 'l9,l9,zm,pl,1f7,1f7,pl,pl,jg,jg,jg,jg,xn,xn,xn,xn,pl,pl,wq,wq,h1,y5,1f7,ht'],
      [
        0x2030,
        '21q,2ol,di,mv,w9,di,mv,w9,11i,l3,l3,1dr,w3,tp,pl,16e,16e,gu,1gd,pl,8j,ne,ne,1gr,16f,16f,q9,wk,pl,pl,qr,kh,16e,qr,sh,1f7,16e,16w,z0,15m,16w,16w,jg,18m,16w,jg,jg',
      ],
      [
        0x2070,
        'mf,b8,,,mf,mf,mf,mf,mf,mf,r0,r0,r0,er,er,nb,mf,mf,mf,mf,mf,mf,mf,mf,mf,mf,r0,r0,r0,er,er,,nf,oi,oz,l4,oi,nb,oy,b8,xz,nb,oi,ji,ju',
      ],
      [0x20a0, '1bk,zm,zm,zm,zm,1hc,zm,25p,1po,1kh,1aa,zm,zm,zm,zm,1z9,zm,zm,zm,zm,180,zm,,,zm,zm,zm,,,zm,,'],
      [
        0x2100,
        '1lb,1nx,11k,1q0,19v,1jv,1mk,vg,zr,1jm,,1ix,1ar,19g,10g,10g,uk,zp,17u,o5,1dv,16u,1pl,1f7,zp,12e,17i,1c1,15o,150,19w,10c,1g7,1tk,1f7,12n,12m,tk,17i,17i,131,hb,13o,13m,1bi,15w,17r,wk,11c,15c,yz,1om,ns,14n,11g,p9,z0,jg,1ce,1x0,14f,11q,xi,186,170,13o,si,wm,12x,16i,10n,yq,hj,hj,,18n,,,s0,',
      ],
      [
        0x2150,
        '1h0,1h0,23x,1h0,1h0,1h0,1h0,1h0,1h0,1h0,1h0,1h0,1h0,1h0,1h0,vi,j1,xq,1ce,1k9,13m,1k9,1yy,2dm,1ld,13h,1lc,200,wm,11k,16i,1ey,hj,v3,18n,1ed,xd,1d9,1qs,24c,1dl,x0,1dl,1r5,hj,uc,10n,1hc,1tz,16i,1tz,11k,uc,11k,,,,1h0,,,,,,',
      ],
      [
        0x2190,
        '16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w',
      ],
      [
        0x2200,
        '13m,zm,ru,yz,yz,17u,zo,zo,19w,19w,12e,19w,19w,12e,wk,14a,14a,10r,16w,16w,zm,ip,zm,16w,w1,jg,y5,y5,y5,10g,16n,16w,19w,19w,16w,pl,pl,pl,pl,15k,15k,15k,15k,v8,1bj,1ua,ss,1e0,1v7,ss,ss,ss,zm,zm,f1,zm,16w,16w,16w,16w,16w,16w,16w,16w,j7,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,1ie,1ie,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,171,171,1hl,1hl,pl,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,15k,15k,15k,16w,16w,16w,16w,14r,14r,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,1as,1as,1as,1as,rr,rr,1as,1as,1as,1as,1as,1as,1as,1as,16w,16w,16w,16w,16w,16w,1f7,1f7,16w,16w,rr,15k,15k,15k,16w,16w,175,175,175,175,w1,jg,w1,16w,1f7,1f7,1f7,1f7,1f7,16w,15j,15j,16w,16w,16w,16w,16w,16w,16w,16w,20t,20t,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,16w,1f7,1f7,1f7,1f7,1n9,19w,12e,19w,19w,12e,19w,19w,1n9,19w,12e,19w,12e,19w',
      ],
      [
        0x25a0,
        '1cd,1cd,1cd,1cd,1cd,1cd,1cd,1cd,1cd,1cd,yp,yp,1cd,1cd,s6,s6,13d,13d,13d,13d,pp,pp,13d,13d,pp,pp,13d,13d,13d,13d,pp,pp,13d,13d,pp,pp,13d,13d,13d,13d,13d,18o,pa,18o,18o,18o,18o,18o,18o,18o,18o,18o,18o,18o,qz,qz,170,1do,1do,1do,jt,jt,jt,jt,13d,13d,13d,13d,13d,13d,wq,1cd,1cd,1cd,1cd,1cd,13d,13d,13d,1la,1cd,1cd,1cd,1cd,18o,18o,18o,18o,13d,13d,13d,16i,16i,11i,11i,13d',
      ],
      [
        0x2600,
        '19w,1f7,19w,19w,19w,19w,19w,tb,19v,19w,19h,19h,yd,1fu,1rr,1s0,19w,19w,19w,r9,19w,19w,19w,19w,19w,19w,19w,19w,19w,v6,19w,v6,19w,19w,19w,19w,y9,127,x9,144,rw,19w,19w,19w,10d,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,1hd,1hd,1hd,19w,19w,19w,vf,11i,11i,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,19w,o5,wo,19w,19w,o5,ia,or',
      ],
    ],
  },
}
