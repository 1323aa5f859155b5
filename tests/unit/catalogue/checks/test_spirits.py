"""What is named, or spoken of, as a spirit is recorded as one, and a slip of the strength or the set is asked about."""

import re
from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import DAY, SAUCE, written


def told(folder: Path, fields: str, name: str = "Gò Đen") -> list[str]:
    written(folder, SAUCE)
    record = folder / "products" / "mam.yaml"
    text = record.read_text("utf-8").replace("{vi: Mam, en: Mam in English}", f'{{vi: "{name}"}}')
    if "summary:" in fields:
        text = re.sub(r"^summary: .*\n", "", text, flags=re.MULTILINE)
    record.write_text(f"{text}{fields}\n", "utf-8")
    return [p.code for p in problems_of(folder, today=DAY, ledgers_bind=False) if p.code.startswith("care.spirit")]


@pytest.mark.parametrize(
    ("name", "fields", "code"),
    [
        ("Đế Gò Đen", "set: 8", "care.spirit-unsaid"),
        ("Rượu nếp", "", "care.spirit-unsaid"),
        ("Ruou nep", "", "care.spirit-unsaid"),
        ("Gò Đen", "also_known_as: [de go den]", "care.spirit-unsaid"),
        ("Rượu nếp", "alcohol_percent: 12", "care.spirit-unsaid"),
        ("Rượu nếp", "set: 14\nalcohol_percent: 4.5", "care.spirit-weak"),
        ("Rượu nếp", "set: 14\nalcohol_percent: 0", "care.spirit-weak"),
        ("Rượu nếp 45%", "set: 14\nalcohol_percent: 4.5", "care.spirit-strength"),
        ("Gò Đen 41%", "", "care.spirit-unmeasured"),
        ("Gò Đen 45 độ", "set: 8", "care.spirit-unmeasured"),
        ("Gò Đen 95% nếp, 45% vol", "", "care.spirit-unmeasured"),
        ("Gò Đen bốn mươi lăm độ", "", "care.spirit-unmeasured"),
        ("Gò Đen 45 phần trăm cồn", "", "care.spirit-unmeasured"),
        ("Vang sim", "set: 8", "care.spirit-unsaid"),
        ("Nếp cái hạ thổ", "set: 8", "care.spirit-unsaid"),
        ("Đế Gò Đen", "set: 14\nalcohol_percent: 14", "care.spirit-weak"),
        ("Gò Đen Cốt", "set: 14\nalcohol_percent: 4.5", "care.spirit-weak"),
        ("Gò Đen", "set: 8\nalcohol_percent: 31", "care.spirit-set"),
        ("Gò Đen", "story: Đây là rượu đế 45 độ của làng.", "care.spirit-said"),
        ("Gò Đen", "packs: [{net_weight: '500 ml, rượu 45% vol'}]", "care.spirit-said"),
        ("Gò Đen", "ingredients: 'Cồn thực phẩm 40%, nếp than'", "care.spirit-said"),
        ("Hộp quà", "gift: true\nstory: Gồm bánh tráng và một chai đế Gò Đen.", "care.spirit-said"),
        ("Hộp quà", "gift: true\ningredients: 'Bánh tráng, mắm, rượu nếp 29 độ'", "care.spirit-said"),
        ("Nước nếp", "summary: Rượu đế nấu theo lối xưa.", "care.spirit-said"),
        ("Nước nếp", "taste: 'Cay nồng, 40 độ'", "care.spirit-said"),
        ("Bình gốm", "set: 6\nsummary: Home-made rice moonshine in a bottle.", "care.spirit-said"),
        ("Nước nếp", "set: 6\nstory: 'Chưng cất hai lần từ nếp, 42 độ'", "care.spirit-said"),
        ("Nếp than chưng cất", "set: 6", "care.spirit-unsaid"),
        ("Nước nếp", "taste: Thức uống có cồn", "care.spirit-said"),
        ("Nước nếp", "alcohol_percent: 12\nstory: Cất ba lần, 45 độ", "care.spirit-said"),
        ("Nước nếp", "how_to_use: Đã uống thì không lái xe.", "care.spirit-said"),
        ("Nước nếp 29,5% Ví Dụ", "set: 7", "care.spirit-unmeasured"),
        ("Nước nếp 40º", "set: 7", "care.spirit-unmeasured"),
        ("RƯỢUNẾP", "set: 7", "care.spirit-unsaid"),
        ("Gò Đen", "warnings: Người dưới 18 tuổi không được uống.", "care.spirit-said"),
    ],
)
def test_a_spirit_does_not_pass_for_food(tmp_path: Path, name: str, fields: str, code: str) -> None:
    assert told(tmp_path / "c", fields, name) == [code]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Đế Gò Đen 41%", "set: 14\nalcohol_percent: 41"),
        ("Rượu nếp", "set: 15"),
        ("Rượu vang 12%", "set: 15\nalcohol_percent: 12"),
        ("Nước mắm 40 độ đạm", "set: 9"),
        ("Sô cô la 70% ca cao", "set: 13"),
        ("Rượu vang", "set: 15\nalcohol_percent: 12"),
        ("Bia thủ công", "set: 15\nalcohol_percent: 5"),
        ("Cơm rượu", "set: 6"),
        ("Hộp quà", "gift: true\ningredients: Thịt heo, rượu mai quế lộ"),
        ("Bình gốm", "set: 21\ngift: true\ncraft: {material: Đất}\nstory: Bình rượu bằng đất."),
        ("Nấm hoàng đế", "set: 1"),
        ("Lạp xưởng", "set: 8\ningredients: Thịt heo, rượu trắng 40 độ"),
        ("Bình đựng rượu", "set: 21"),
        ("Đế lót ly", ""),
        ("Giỏ cói", "summary: Đế giỏ đan hai lớp cho chắc."),
        ("Bánh tráng siêu mỏng 180 độ", "set: 6"),
        ("Sô cô la 55% ca cao", "set: 13"),
        ("Giấm rượu nếp", "set: 9"),
        ("Nước dâu", "taste: Không có cồn"),
        ("Sữa", "taste: Thanh trùng ở 75 độ"),
        ("Cá khô", "taste: 'Gừng giã, rượu nấu ăn và nước tương'"),
    ],
)
def test_what_is_recorded_as_it_is_or_is_no_spirit_is_not_asked_about(tmp_path: Path, name: str, fields: str) -> None:
    assert told(tmp_path / "c", fields, name) == []
