"""Of what made-up products, makers and texts are put together: as many words as a province's catalogue has."""

NOUNS = (
    ("Lạp xưởng", "Chinese sausage", 8), ("Gạo thơm", "Fragrant rice", 3), ("Mắm cá sặc", "Fermented gourami", 8),
    ("Muối ớt", "Chilli salt", 10), ("Dưa leo", "Cucumber", 1), ("Trà sen", "Lotus tea", 12),
    ("Nước tắc", "Kumquat drink", 17), ("Đậu phộng rang", "Roasted peanuts", 7), ("Giỏ cỏ bàng", "Sedge basket", 21),
    ("Rượu nếp", "Glutinous rice spirit", 14), ("Bánh tráng", "Rice paper", 6), ("Tinh dầu sả", "Lemongrass oil", 20),
    ("Khô cá lóc", "Dried snakehead fish", 8), ("Mật ong tràm", "Melaleuca honey", 4), ("Nước mắm", "Fish sauce", 10),
    ("Chả lụa", "Pork roll", 8), ("Nem chua", "Fermented pork", 8), ("Bánh tét", "Sticky rice log", 6),
    ("Kẹo dừa", "Coconut candy", 6), ("Mứt gừng", "Candied ginger", 6), ("Bột nghệ", "Turmeric powder", 9),
    ("Tiêu sọ", "White pepper", 9), ("Hạt điều", "Cashew nuts", 7), ("Sầu riêng", "Durian", 1),
    ("Thanh long ruột đỏ", "Red dragon fruit", 1), ("Chanh không hạt", "Seedless lime", 1), ("Khóm", "Pineapple", 1),
    ("Bưởi da xanh", "Green pomelo", 1), ("Xoài cát", "Mango", 1), ("Mãng cầu", "Custard apple", 1),
    ("Rau má", "Pennywort", 1), ("Nấm rơm", "Straw mushroom", 1), ("Nấm linh chi", "Lingzhi mushroom", 18),
    ("Trứng vịt muối", "Salted duck eggs", 2), ("Sữa dê", "Goat milk", 8), ("Phô mai", "Cheese", 8),
    ("Cà phê rang xay", "Ground coffee", 13), ("Ca cao", "Cocoa", 13), ("Yến sào", "Bird nest", 8),
    ("Tương hột", "Soybean paste", 10), ("Chao", "Fermented tofu", 10), ("Miến dong", "Arrowroot noodles", 6),
    ("Bún khô", "Dried rice noodles", 6), ("Hủ tiếu", "Rice noodles", 6), ("Cốm dẹp", "Flattened young rice", 6),
    ("Nón lá", "Conical hat", 21), ("Chiếu lác", "Sedge mat", 21), ("Khăn rằn", "Checked scarf", 22),
    ("Gốm đỏ", "Red pottery", 21), ("Bonsai mai vàng", "Yellow apricot bonsai", 23), ("Tôm khô", "Dried shrimp", 8),
    ("Mắm ruốc", "Shrimp paste", 8), ("Đường thốt nốt", "Palm sugar", 10), ("Dừa sáp", "Wax coconut", 1),
)  # fmt: skip
QUALITIES = (
    ("đồng xanh", "green field"), ("bến sông", "river landing"), ("vườn nhà", "home garden"),
    ("mùa nước nổi", "flood season"), ("chợ quê", "country market"), ("ruộng muối", "salt pan"),
    ("hữu cơ", "organic"), ("truyền thống", "traditional"), ("thượng hạng", "premium"), ("sấy lạnh", "cold dried"),
    ("ngàn hoa", "thousand flower"), ("cổ truyền", "heritage"), ("ba miền", "three regions"), ("đặc biệt", "special"),
    ("sạch", "clean"), ("gia truyền", "family recipe"), ("đất phèn", "acid soil"), ("phù sa", "silt"),
    ("cù lao", "islet"), ("sông Vàm", "Vàm river"), ("tràm chim", "bird forest"), ("lúa mùa", "season rice"),
)  # fmt: skip
MAKERS = (
    ("Hương Quê", "Hương Quê"), ("Phù Sa", "Phù Sa"), ("Đồng Tâm", "Đồng Tâm"), ("Sen Hồng", "Pink Lotus"),
    ("Bình Minh", "Sunrise"), ("Hòa Hợp", "Hòa Hợp"), ("Tân Tiến", "Tân Tiến"), ("Vạn Phúc", "Vạn Phúc"),
    ("Rạng Đông", "Rạng Đông"), ("Mùa Vàng", "Golden Season"), ("Thành Công", "Thành Công"), ("Cây Xanh", "Green Tree"),
)  # fmt: skip
SUMMARIES = (
    ("Món {thing} làm từ nguyên liệu trong vùng, phơi dưới nắng rồi đóng gói trong ngày.",
     "A {thing} made of what grows nearby, dried in the sun and packed within the day."),
    ("Mẻ {thing} ngâm với muối biển trong lu sành, nếm thử mỗi tuần cho tới khi vừa miệng.",
     "Jars of {thing} steeped in sea salt and tasted every week until it is right."),
    ("Loại {thing} vị ngọt thanh, hương nhẹ, thường dùng trong bữa sáng hoặc mời khách.",
     "A mildly sweet {thing} with a faint scent, served at breakfast or to guests."),
    ("Nhà vườn hái lúc sương còn đọng, chọn từng phần cho {thing} rồi rửa ba nước.",
     "Picked while the dew is on it, chosen piece by piece and rinsed three times for this {thing}."),
    ("Công thức {thing} truyền qua bốn đời, nấu bằng củi nhãn trên bếp lò đất.",
     "A recipe of four generations: {thing} cooked over longan wood on an earthen stove."),
    ("Hạt chắc, màu sáng, {thing} xay bằng cối đá, giữ nguyên lớp vỏ lụa bên ngoài.",
     "Firm and bright, this {thing} is ground between stones with its thin skin left on."),
    ("Thợ đan {thing} bằng tay, mỗi chiếc mất hai buổi, dây buộc nhuộm màu lá bàng.",
     "Hands work on each {thing} for two days, with strings dyed by almond leaves."),
    ("Dòng {thing} không thêm phẩm màu, cay vừa, hợp với cá nướng và bánh xèo.",
     "A {thing} without colouring, moderately hot, good beside grilled fish and crisp pancakes."),
)  # fmt: skip
SENTENCES_VI = (
    "Nước từ kênh vào ruộng theo con nước lớn, người làm nghề canh giờ mà dậy.",
    "Nguyên liệu được lựa từ sáng sớm, rửa sạch rồi để ráo trên sàng tre.",
    "Mỗi mẻ làm xong được ghi ngày, giờ và tên người đứng bếp.",
    "Nghề này có ở nhiều ấp dọc sông, mỗi nơi giữ một cách làm hơi khác nhau.",
    "Ngày giỗ, ngày Tết, món này thường có trên mâm cùng cơm trắng và rau vườn.",
)
SENTENCES_EN = (
    "Water comes into the fields with the tide, and those who work here rise by it.",
    "What goes in is picked early in the morning, washed, and drained on bamboo trays.",
    "Every batch is written down with its day, its hour and who stood at the stove.",
    "The craft is known in many hamlets along the river, each with a way of its own.",
    "At family feasts it is often on the table, with plain rice and greens from the garden.",
)
