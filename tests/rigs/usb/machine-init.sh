#!/bin/busybox sh
# First process of the virtual machine. Loads the modules, lays a disposable layer over the host's read-only root, and runs
# /rig/start.sh there. The host's files are seen, never written.
/bin/busybox --install -s /bin
export PATH=/bin
mkdir -p /proc /sys /dev /host /layer /root
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
mount -t overlay -o lowerdir=/host,upperdir=/layer/upper,workdir=/layer/work none /root || echo 'RIG: no overlay'
mkdir -p /root/rig
mount -t 9p -o "$p9" rig-folder /root/rig || echo 'RIG: the rig folder is missing'
mount -t proc none /root/proc
mount -t sysfs none /root/sys
mount -t devtmpfs none /root/dev
mount -t tmpfs none /root/run
mount -t configfs none /root/sys/kernel/config
ifconfig lo 127.0.0.1 up
chroot /root /bin/bash /rig/start.sh
poweroff -f
