"""What leads to a person or a home although no record keeps it: telephones, doors, names as Vietnamese have them."""

import re
from urllib.parse import unquote

from ocop_site.catalogue.checks.writings import digit_runs, readings
from ocop_site.text.plain_text import plain_text
from ocop_site.text.vietnamese import fold

FAMILY_NAMES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Trương", "Đinh", "Lương", "Trịnh",
)  # fmt: skip
RARER_NAMES = (
    "Mai", "Đoàn", "Đào", "Cao", "Lâm", "Tô", "Tạ", "Hà", "Thái", "Châu", "Quách", "Phùng", "Vương", "Từ", "Kiều",
    "Lưu", "Triệu", "Đàm", "La", "Nghiêm", "Thạch", "Sơn", "Kim", "Danh",
)  # fmt: skip
"""Family names that are words of brands too, so that a middle name has to follow."""

_TELEPHONE = re.compile(r"\d{0,2}(?:0|84)(?:[35789]\d{8,9}|2\d{9})")
"""With the number of a name before it: `em Bảy 0987 654 321`."""

_MAILED = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|\b(?:gmail|hotmail|yahoo)\b", re.IGNORECASE)
_POINT = re.compile(r"\b(?:8|9|1\d|2[0-3])[.,]\d{3,}\W{1,3}(?:lng=|lon=)?10\d[.,]\d{3,}|!3d\d+\.\d{3,}")
_CALLED_AFTER = re.compile(
    r"(?i:\b(?:mang tên|đường|trường|cầu|chợ|phố|tượng|đền|xã)\s+(?:ông|bà|anh hùng|liệt sĩ)?\s*)"
    r"(?:[A-ZĐÀ-Ỹ]\w*\s*){2,4}"
)
"""Streets and schools bear the names of people of history."""

_DOOR = re.compile(
    r"\bnhà\s+\d+/\d+|\b(?:số nhà|nhà số|số)\s+\d+\w*\W+(?:\w+\W+){0,3}?(?:ấp|tổ|hẻm|đường|khóm|khu phố)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    rf"(?:{'|'.join((*FAMILY_NAMES, *RARER_NAMES))})\s+(?:Văn|Thị)\s+\w+"
    rf"|(?i:\b(?:ông|bà|anh|chị|cô|chú))\s+(?:{'|'.join(FAMILY_NAMES)})\s+\w+"
    rf"|\b(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z]\w+\s+[A-Z]\w+"
)
_NUMBER_OF_A_PERSON = re.compile(r"(?i:mã số thuế|mst|cccd|cmnd|căn cước)\W{0,3}\d{9,13}")

_IN_NUMBERS = (*FAMILY_NAMES, *(name for name in RARER_NAMES if len(name) > 2))
_SQUEEZED = re.compile(rf"(?:{'|'.join(map(fold, _IN_NUMBERS))})(?:van|thi)[a-z]{{2,}}")
_NAMED = re.compile(rf"(?:{'|'.join(FAMILY_NAMES)})(?: \w+){{1,4}}", re.IGNORECASE)


def leads_to_a_home(text: str) -> bool:
    """Whether a text holds any telephone, mail address, door or point."""
    runs = (digits for plain in readings(text) for digits in digit_runs(plain))
    if any(_TELEPHONE.fullmatch(digits) for digits in runs):
        return True
    return any(pattern.search(unquote(text)) for pattern in (_DOOR, _MAILED, _POINT))


def names_a_person(text: str) -> bool:
    """Whether a text names somebody, or tells a number that only one person has; streets are called after the dead."""
    line = readings(text)[0].line
    return bool(_PERSON.search(_CALLED_AFTER.sub("", line)) or _NUMBER_OF_A_PERSON.search(line))


def is_a_name(line: str) -> bool:
    """Whether a line is, or holds, the name of a person."""
    read = plain_text(line).line
    return bool(_NAMED.fullmatch(read) or _PERSON.search(read))


def holds_a_name(number: str) -> bool:
    """Whether a number has a name in it: `01/NGUYENVANAN/2024`."""
    return bool(_SQUEEZED.search("".join(word.bare for word in plain_text(number).words)))
