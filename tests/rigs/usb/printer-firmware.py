"""The inside of the rig's USB printer: keeps what arrives, answers questions about its state.

    printer-firmware.py DEVICE FOLDER

Steered by JSON lines on standard input, each answered by one line on standard output:
  {"do": "set", "rate": bytes a second or 0, "stopAfter": bytes kept after which it takes no more, or -1,
   "portStatus": 24, "paper": "in" | "out" | "cover" | "mute"}   every key is optional
  {"do": "count"}  what was kept since the last "take", and how long the print head had to wait for data
  {"do": "take"}   the same, names the file, and begins a new one

The answers follow the printers' manuals: this shows that questions and answers travel, not how a certain model speaks.
"""
import fcntl
import json
import os
import re
import select
import sys
import time

SET_PORT_STATUS = 0xC0016722
READ_BYTES = 8192
QUESTION = re.compile(rb"\x10\x04[\x01-\x04]|\x1dr\x01|\x1b!\?|~HS")
PRINT_COMMAND = b"\r\nPRINT 1,1\r\n"
# The paper still moves when the last dots are in.
PAPER_MOVES_SECONDS = 0.5


class Printer:
    def __init__(self, device, folder):
        self.device = os.open(device, os.O_RDWR | os.O_NONBLOCK)
        self.folder = folder
        self.files = 0
        self.rate = 0
        self.stop_after = -1
        self.paper = "in"
        self.printing_until = 0.0
        self.begin_file()

    def begin_file(self):
        self.files += 1
        self.path = "%s/kept-%d" % (self.folder, self.files)
        self.kept = open(self.path, "wb", buffering=0)
        self.bytes = 0
        self.tail = b""
        self.free_at = 0.0
        self.first_at = 0.0
        self.last_at = 0.0
        self.waited = 0.0
        self.longest_wait = 0.0

    def count(self):
        return {
            "path": self.path,
            "bytes": self.bytes,
            "tookMs": round((self.free_at - self.first_at) * 1000) if self.bytes else 0,
            "waitedMs": round(self.waited * 1000),
            "longestWaitMs": round(self.longest_wait * 1000),
        }

    def obey(self, command):
        if command["do"] == "set":
            self.rate = command.get("rate", self.rate)
            self.stop_after = command.get("stopAfter", self.stop_after)
            self.paper = command.get("paper", self.paper)
            if "portStatus" in command:
                fcntl.ioctl(self.device, SET_PORT_STATUS, command["portStatus"])
        counted = self.count()
        if command["do"] == "take":
            self.kept.close()
            self.begin_file()
        return counted

    def wants(self):
        """How many bytes it would take now."""
        if self.rate > 0 and time.monotonic() < self.free_at:
            return 0
        if self.stop_after < 0:
            return READ_BYTES
        return max(0, min(READ_BYTES, self.stop_after - self.bytes))

    def read(self, size):
        try:
            data = os.read(self.device, size)
        except OSError:
            # Unplugged, or nothing there after all.
            time.sleep(0.02)
            return
        if not data:
            return
        now = time.monotonic()
        if self.bytes == 0:
            self.first_at = now
        elif self.rate > 0 and now > self.free_at:
            self.waited += now - self.free_at
            self.longest_wait = max(self.longest_wait, now - self.free_at)
        # Time that the select took to notice is not the sender's; only an empty queue moves the head's clock on.
        begins = now if self.bytes == 0 or now - self.free_at > 0.02 else self.free_at
        self.free_at = begins + len(data) / self.rate if self.rate > 0 else now
        self.kept.write(data)
        self.bytes += len(data)
        self.answer_questions(data)

    def answer_questions(self, data):
        window = self.tail + data
        if PRINT_COMMAND in window:
            self.printing_until = time.monotonic() + PAPER_MOVES_SECONDS
        # Only what can begin a question is looked at: a label has 120,000 bytes and the processor is emulated.
        for match in QUESTION.finditer(window):
            if match.end() <= len(self.tail):
                continue
            answer = self.answer_to(match.group())
            if answer:
                try:
                    os.write(self.device, answer)
                except OSError:
                    # Nobody listens.
                    pass
        self.tail = window[-(len(PRINT_COMMAND) - 1):]

    def answer_to(self, question):
        if self.paper == "mute":
            return b""
        out, cover = self.paper == "out", self.paper == "cover"
        if question[0] == 0x10:
            bits = {1: 8 if out or cover else 0, 2: (0x20 if out else 0) | (4 if cover else 0), 3: 0,
                    4: 0x60 if out else 0}[question[2]]
            return bytes([0x12 | bits])
        if question == b"\x1dr\x01":
            return b"\x0c" if out else b"\x00"
        if question == b"\x1b!?":
            printing = 0x20 if time.monotonic() < self.printing_until else 0
            return bytes([(4 if out else 1 if cover else 0) | printing])
        if question == b"~HS" and not out and not cover:
            return (b"\x02030,0,0,1200,000,0,0,0,000,0,0,0\x03\r\n"
                    b"\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n")
        return b""


def main():
    printer = Printer(sys.argv[1], sys.argv[2])
    print(json.dumps({"ready": True}), flush=True)
    while True:
        size = printer.wants()
        if size > 0:
            timeout = 0.2
        elif printer.rate > 0:
            timeout = min(0.2, max(0.001, printer.free_at - time.monotonic()))
        else:
            timeout = 0.2
        watched = [sys.stdin, printer.device] if size > 0 else [sys.stdin]
        ready = select.select(watched, [], [], timeout)[0]
        if printer.device in ready:
            printer.read(size)
        if sys.stdin in ready:
            line = sys.stdin.readline()
            if not line:
                return
            print(json.dumps(printer.obey(json.loads(line))), flush=True)


main()
