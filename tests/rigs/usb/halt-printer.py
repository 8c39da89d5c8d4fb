"""Lets a printer's endpoint for data stall, as a fault inside it does: halt-printer.py SERIAL. It stays so until it is cleared."""
import ctypes
import fcntl
import glob
import os
import struct
import sys

USBDEVFS_CLAIMINTERFACE = 0x8004550F
USBDEVFS_CONTROL = 0xC0185500
ENDPOINT_REQUEST, SET_FEATURE, ENDPOINT_HALT = 0x02, 0x03, 0

for path in glob.glob("/sys/bus/usb/devices/*/serial"):
    if open(path).read().strip() == sys.argv[1]:
        folder = os.path.dirname(path)
interface = os.path.basename(folder) + ":1.0"
endpoints = [open(path).read() for path in glob.glob("%s/%s/ep_*/bEndpointAddress" % (folder, interface))]
out = next(address for address in (int(text, 16) for text in endpoints) if address < 0x80)
driver = "/sys/bus/usb/drivers/usblp/"
if os.path.exists(driver + interface):
    open(driver + "unbind", "w").write(interface)
node = "/dev/bus/usb/%03d/%03d" % (int(open(folder + "/busnum").read()), int(open(folder + "/devnum").read()))
held = os.open(node, os.O_RDWR)
fcntl.ioctl(held, USBDEVFS_CLAIMINTERFACE, b"\0\0\0\0")
request = ctypes.create_string_buffer(
    struct.pack("@BBHHHIP", ENDPOINT_REQUEST, SET_FEATURE, ENDPOINT_HALT, out, 0, 1000, 0))
fcntl.ioctl(held, USBDEVFS_CONTROL, request)
os.close(held)
open(driver + "bind", "w").write(interface)
