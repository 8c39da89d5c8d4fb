#!/bin/busybox sh
# First process of the virtual machine. Loads the modules, lays a disposable layer over the host's read-only root, and runs
# /rig/start.sh there. The host's files are seen, never written.
/bin/busybox --install -s /bin
export PATH=/bin
mkdir -p /proc /sys /dev /host /layer /guest
mount -t proc none /proc
mount -t sysfs none /sys
mount -t devtmpfs none /dev
while read -r file options; do
  # Options are words of their own.
  # shellcheck disable=SC2086
  insmod "/modules/$file" $options || echo "RIG: module $file was refused"
done </modules/order

p9=trans=virtio,version=9p2000.L,msize=262144
mount -t 9p -o "$p9,ro,cache=loose" host-root /host || echo 'RIG: the host root is missing'
mount -t tmpfs none /layer
mkdir /layer/upper /layer/work
mount -t overlay -o lowerdir=/host,upperdir=/layer/upper,workdir=/layer/work none /guest || echo 'RIG: no overlay'
mkdir -p /guest/rig
mount -t 9p -o "$p9" rig-folder /guest/rig || echo 'RIG: the rig folder is missing'
mount -t proc none /guest/proc
mount -t sysfs none /guest/sys
mount -t devtmpfs none /guest/dev
mount -t tmpfs none /guest/run
mount -t configfs none /guest/sys/kernel/config
ifconfig lo 127.0.0.1 up
chroot /guest /bin/bash /rig/start.sh
poweroff -f
