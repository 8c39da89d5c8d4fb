"""Another program that uses the printer: hold-printer.py usb|device SERIAL. Holds it until its standard input ends."""
import fcntl
import glob
import os
import sys

USBDEVFS_CLAIMINTERFACE = 0x8004550F


def usb_folder(serial):
    for path in glob.glob("/sys/bus/usb/devices/*/serial"):
        if open(path).read().strip() == serial:
            return os.path.dirname(path)
    raise SystemExit("no printer " + serial)


way, serial = sys.argv[1], sys.argv[2]
folder = usb_folder(serial)
if way == "device":
    held = open(glob.glob("/sys/class/usbmisc/lp*")[0].replace("/sys/class/usbmisc", "/dev/usb"), "r+b", buffering=0)
else:
    interface = os.path.basename(folder) + ":1.0"
    driver = "/sys/bus/usb/drivers/usblp/"
    if os.path.exists(driver + interface):
        open(driver + "unbind", "w").write(interface)
    node = "/dev/bus/usb/%03d/%03d" % (int(open(folder + "/busnum").read()), int(open(folder + "/devnum").read()))
    held = os.open(node, os.O_RDWR)
    fcntl.ioctl(held, USBDEVFS_CLAIMINTERFACE, b"\0\0\0\0")
print("held", flush=True)
sys.stdin.read()
if way == "usb":
    os.close(held)
    open(driver + "bind", "w").write(interface)
