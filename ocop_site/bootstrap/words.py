"""What is said before the program runs, always in both languages: nobody could choose one yet."""

import sys

SAID = {
    "first": (
        "Lần chạy đầu: đang tải các gói cần dùng vào thư mục .venv, có thể mất vài phút.",
        "First run: downloading the packages needed into the folder .venv; this may take some minutes.",
    ),
    "more": (
        "Đang cài thêm hoặc cập nhật các gói trong thư mục .venv, có thể mất vài phút.",
        "Adding or updating packages in the folder .venv; this may take some minutes.",
    ),
    "waiting": (
        "Một lần chạy khác đang chuẩn bị thư mục .venv, xin chờ.",
        "Another run is preparing the folder .venv; waiting for it.",
    ),
    "no venv": (
        "Máy này thiếu gói python3-venv. Hãy cài rồi chạy lại: sudo apt install python3-venv",
        "This machine lacks the package python3-venv. Install it, then run again: sudo apt install python3-venv",
    ),
    "not installed": (
        "Không tải hoặc không cài được các gói nên chưa chạy được. Hãy kiểm tra mạng rồi chạy lại.",
        "The packages could not be downloaded or installed, so nothing was run. Check the network, then run again.",
    ),
    "not made": (
        "Không tạo được thư mục {venv}. Hãy đóng các cửa sổ đang dùng nó, và xem còn chỗ trống, có quyền ghi không.",
        "The folder {venv} could not be made. Close windows that use it; is there space, and may you write there?",
    ),
    "lacking": (
        "Thư mục {venv} thiếu: {lacking}. Hãy xóa hoặc đổi tên nó rồi chạy lại, hoặc cài thêm vào đó: {command}",
        "The folder {venv} lacks: {lacking}. Delete or rename it and run again, or install into it: {command}",
    ),
    "no python": (
        "Trong thư mục {venv} không có Python chạy được. Hãy xóa hoặc đổi tên nó rồi chạy lại.",
        "The folder {venv} holds no Python that runs. Delete or rename it and run again.",
    ),
    "stopped": (
        "Đã dừng giữa chừng; lần chạy sau sẽ chuẩn bị lại.",
        "Stopped half-way; the next run prepares again.",
    ),
}


class SetupRefused(Exception):
    """What keeps the program from running: a key of `SAID`, the system's own words if any, and what our words need."""

    def __init__(self, key: str, quote: str = "", **details: object) -> None:
        super().__init__(key)
        self.key, self.quote, self.details = key, quote, details


def tell(key: str, quote: str = "", **details: object) -> None:
    """To standard error: standard output belongs to the command, and may be read by a machine."""
    words = [line.format(**details) for line in SAID[key]]
    sys.stderr.write("\n".join([*words, *quote.splitlines()]) + "\n")
    sys.stderr.flush()
