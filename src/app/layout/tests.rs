//! Where panes stand at every size.

use super::*;

fn body(layout: &Layout, pane: Pane) -> Rect {
    layout.area(pane).expect("shown").body
}

fn title(layout: &Layout, pane: Pane) -> Rect {
    layout.area(pane).expect("shown").title
}

/// A screen with the keys in a pane.
fn with_keys_in(focus: Pane) -> Arrangement {
    let large = if focus == Pane::Reader { Pane::Timeline } else { focus };
    Arrangement { large, focus, ..Arrangement::usual() }
}

#[test]
fn how_much_room_there_is_follows_from_columns_and_rows() {
    for (width, height, tier) in [
        (80, 24, Tier::Stacked),
        (60, 16, Tier::Stacked),
        (59, 60, Tier::Single),
        (250, 15, Tier::Single),
        (40, 10, Tier::Single),
        (39, 60, Tier::Card),
        (250, 9, Tier::Card),
        (109, 60, Tier::Stacked),
        (110, 30, Tier::Wide),
        (189, 60, Tier::Wide),
        (250, 29, Tier::Stacked),
        (190, 30, Tier::Columns),
        (0, 0, Tier::Card),
    ] {
        let layout = Layout::new(width, height, &Arrangement::usual());
        assert_eq!(layout.tier, tier, "{width}x{height}");
    }
}

/// Timeline over reader, and in one row what the lists hold.
#[test]
fn walking_gives_nine_nineteenths_to_the_timeline() {
    for (width, height, timeline, reader) in
        [(80, 24, 9, 10), (100, 30, 11, 14), (60, 16, 5, 6), (250, 29, 11, 13)]
    {
        let layout = Layout::new(width, height, &Arrangement::usual());
        assert_eq!(title(&layout, Pane::Timeline), Rect::new(0, 1, width, 1));
        assert_eq!(body(&layout, Pane::Timeline), Rect::new(0, 2, width, timeline));
        assert_eq!(title(&layout, Pane::Reader), Rect::new(0, timeline + 2, width, 1));
        // A blank column on each side of the text.
        let text = Rect::new(1, timeline + 3, width - 2, reader);
        assert_eq!(body(&layout, Pane::Reader), text, "{width}x{height}");
        assert_eq!(layout.summary, Some(Rect::new(0, height - 2, width, 1)));
        assert_eq!(layout.footer, Rect::new(0, height - 1, width, 1));
        assert_eq!((layout.panes.len(), layout.axis, layout.who), (2, None, None));
        assert_eq!(layout.separators, []);
    }
}

#[test]
fn reading_leaves_three_rows_to_the_timeline() {
    let layout = Layout::new(80, 24, &with_keys_in(Pane::Reader));
    assert_eq!(body(&layout, Pane::Timeline), Rect::new(0, 2, 80, 3));
    assert_eq!(title(&layout, Pane::Reader), Rect::new(0, 5, 80, 1));
    assert_eq!(body(&layout, Pane::Reader), Rect::new(1, 6, 78, 16));
    assert_eq!(layout.summary, Some(Rect::new(0, 22, 80, 1)));
    assert_eq!(layout.panes.len(), 2);
}

/// Three rows of the timeline, the card, and below it actors beside sources.
#[test]
fn in_a_list_the_reader_keeps_the_card_and_the_lists_have_the_rest() {
    for focus in [Pane::Actors, Pane::Sources] {
        for card in [3, 5, 7] {
            let layout = Layout::new(80, 24, &Arrangement { card, ..with_keys_in(focus) });
            assert_eq!(body(&layout, Pane::Timeline), Rect::new(0, 2, 80, 3));
            assert_eq!(body(&layout, Pane::Reader), Rect::new(1, 6, 78, card));
            let lists = 6 + card;
            assert_eq!(title(&layout, Pane::Actors), Rect::new(0, lists, 40, 1));
            assert_eq!(title(&layout, Pane::Sources), Rect::new(40, lists, 40, 1));
            let rows = 16 - card;
            assert_eq!(body(&layout, Pane::Actors), Rect::new(0, lists + 1, 40, rows));
            assert_eq!(body(&layout, Pane::Sources), Rect::new(40, lists + 1, 40, rows));
            assert_eq!(layout.summary, None);
        }
    }
    // A card without end leaves four rows to the lists.
    let endless = Arrangement { card: 500, ..with_keys_in(Pane::Actors) };
    assert_eq!(body(&Layout::new(80, 24, &endless), Pane::Actors).height, 4);
    // An odd column goes to the sources, whose titles are longer.
    let odd = Layout::new(101, 30, &with_keys_in(Pane::Sources));
    assert_eq!([Pane::Actors, Pane::Sources].map(|pane| body(&odd, pane).width), [50, 51]);
}

#[test]
fn a_wide_screen_has_the_timeline_over_reader_and_lists_whatever_has_the_keys() {
    for focus in Pane::ALL {
        let arrangement = Arrangement { listed: [74, 9, 6], ..with_keys_in(focus) };
        let layout = Layout::new(120, 40, &arrangement);
        assert_eq!(body(&layout, Pane::Timeline), Rect::new(0, 2, 120, 12));
        assert_eq!(title(&layout, Pane::Reader), Rect::new(0, 14, 78, 1));
        // The text of the reader has 76 columns.
        assert_eq!(body(&layout, Pane::Reader), Rect::new(1, 15, 76, 24));
        assert_eq!(layout.separators, [Rect::new(78, 14, 1, 25)]);
        // A third of 25 rows each at the most, with the title.
        assert_eq!(body(&layout, Pane::Actors), Rect::new(79, 15, 41, 7));
        assert_eq!(body(&layout, Pane::Sources), Rect::new(79, 23, 41, 6));
        let who = layout.who.expect("who says what has the rest");
        assert_eq!(who.title, Rect::new(79, 29, 41, 1));
        assert_eq!(who.body, Rect::new(80, 30, 39, 9));
        assert_eq!((layout.summary, layout.axis), (None, None));
    }
    // Only a high one has a row for the time axis.
    assert_eq!(Layout::new(120, 47, &Arrangement::usual()).axis, None);
    let high = Layout::new(120, 48, &Arrangement::usual());
    assert_eq!(high.axis, Some(Rect::new(0, 1, 120, 1)));
}

#[test]
fn the_widest_screen_has_three_columns() {
    let arrangement = Arrangement { listed: [74, 9, 40], ..Arrangement::usual() };
    let layout = Layout::new(200, 60, &arrangement);
    assert_eq!(layout.axis, Some(Rect::new(0, 1, 200, 1)));
    assert_eq!(body(&layout, Pane::Timeline), Rect::new(0, 3, 80, 56));
    assert_eq!(body(&layout, Pane::Reader), Rect::new(82, 3, 76, 56));
    let columns = [80, 159].map(|x| Rect::new(x, 2, 1, 57));
    assert_eq!(layout.separators, columns);
    assert_eq!(body(&layout, Pane::Actors), Rect::new(160, 3, 40, 9));
    assert_eq!(body(&layout, Pane::Sources), Rect::new(160, 13, 40, 18));
    assert_eq!(layout.who.expect("shown").body, Rect::new(161, 32, 38, 27));
    let narrowest = Layout::new(190, 30, &arrangement);
    assert_eq!(body(&narrowest, Pane::Actors).width, 30);
    assert_eq!(narrowest.axis, None);
    assert!(Layout::new(190, 36, &arrangement).axis.is_some());
}

/// A list without rows has one to say so in, and who says what the rest.
#[test]
fn lists_take_no_more_rows_than_they_need() {
    let layout = Layout::new(120, 40, &Arrangement { listed: [74, 0, 2], ..Arrangement::usual() });
    let rows = [Pane::Actors, Pane::Sources].map(|pane| body(&layout, pane).height);
    assert_eq!(rows, [1, 2]);
    assert_eq!(layout.who.expect("shown").body.height, 25 - 2 - 3 - 1);
}

#[test]
fn side_by_side_the_lists_have_a_column_beside_the_reader() {
    let form = Form::SideBySide;
    for large in Pane::LISTS {
        for focus in [large, Pane::Reader] {
            let arrangement = Arrangement { large, focus, form, ..Arrangement::usual() };
            let layout = Layout::new(80, 24, &arrangement);
            assert!(layout.side_by_side);
            assert_eq!(layout.separators, [Rect::new(31, 1, 1, 22)]);
            assert_eq!(body(&layout, Pane::Reader), Rect::new(33, 2, 46, 21));
            let rows = Pane::LISTS.map(|pane| body(&layout, pane).height);
            let expected = Pane::LISTS.map(|pane| if pane == large { 13 } else { 3 });
            assert_eq!(rows, expected, "{large:?}");
            assert!(Pane::LISTS.iter().all(|pane| body(&layout, *pane).width == 31));
            assert_eq!(layout.summary, None);
        }
    }
    // Narrower there is no room for it, wider there is room for more.
    let arrangement = Arrangement { form, ..Arrangement::usual() };
    for (width, height) in [(79, 24), (110, 30), (200, 60), (59, 24)] {
        assert!(!Layout::new(width, height, &arrangement).side_by_side, "{width}x{height}");
    }
}

#[test]
fn one_pane_alone_has_the_screen() {
    for (width, height) in [(80, 24), (120, 40), (170, 30)] {
        for focus in Pane::ALL {
            let alone = Arrangement { form: Form::Alone, ..with_keys_in(focus) };
            let layout = Layout::new(width, height, &alone);
            assert_eq!(layout.panes.len(), 1);
            let inset = u16::from(focus == Pane::Reader);
            let whole = Rect::new(inset, 2, width - 2 * inset, height - 3);
            assert_eq!(body(&layout, focus), whole, "{width}x{height} {focus:?}");
        }
    }
    // Where there is only ever one, tabs name it.
    let one = Layout::new(50, 12, &with_keys_in(Pane::Sources));
    assert_eq!(one.panes, [(Pane::Sources, untitled_at(0, 1, 50, 10))]);
    let noted = Arrangement { noted: true, ..with_keys_in(Pane::Sources) };
    assert_eq!(body(&Layout::new(50, 12, &noted), Pane::Sources), Rect::new(0, 2, 50, 9));
}

fn untitled_at(x: u16, y: u16, width: u16, height: u16) -> Area {
    Area { title: Rect::default(), body: Rect::new(x, y, width, height) }
}

#[test]
fn what_is_pinned_stands_beside_the_subject_above_it_or_takes_turns_with_it() {
    let of = |width, height, form| {
        let focus = Pane::Reader;
        let pinned = Arrangement { pinned: true, focus, form, ..Arrangement::usual() };
        let layout = Layout::new(width, height, &pinned);
        let reader = body(&layout, Pane::Reader);
        layout.pinned.map(|area| (area.body, reader))
    };
    for (width, height) in [(110, 24), (120, 40), (170, 30), (200, 60), (120, 16)] {
        for form in [Form::Usual, Form::Alone] {
            let (pinned, reader) = of(width, height, form).expect("shown");
            assert_eq!((pinned.y, pinned.height), (reader.y, reader.height));
            assert!(pinned.width.abs_diff(reader.width) <= 1 && pinned.x < reader.x);
            assert!(pinned.width >= 50, "{width}x{height} {pinned:?}");
        }
    }
    for (width, height) in [(80, 24), (109, 60), (59, 24)] {
        let (pinned, reader) = of(width, height, Form::Usual).expect("shown");
        assert_eq!((pinned.x, pinned.width), (reader.x, reader.width));
        assert!(pinned.height.abs_diff(reader.height) <= 1 && pinned.y < reader.y);
        assert!(pinned.height >= 7, "{width}x{height} {pinned:?}");
    }
    for (width, height) in [(80, 22), (60, 16), (40, 12), (20, 6)] {
        assert_eq!(of(width, height, Form::Usual), None, "{width}x{height}");
    }
}

/// Two pages have the room of the lists; the timeline, in which one goes on, stays.
#[test]
fn what_is_pinned_takes_the_room_of_the_lists_and_none_of_the_timeline() {
    for (width, height, timeline) in [(80, 24, 3), (120, 40, 12), (200, 60, 56)] {
        let layout =
            Layout::new(width, height, &Arrangement { pinned: true, ..Arrangement::usual() });
        assert_eq!(body(&layout, Pane::Timeline).height, timeline, "{width}x{height}");
        let panes: Vec<Pane> = layout.panes.iter().map(|(pane, _)| *pane).collect();
        assert_eq!(panes, [Pane::Timeline, Pane::Reader], "{width}x{height}");
        assert!(layout.pinned.is_some() && layout.who.is_none());
        // A list that is gone to is there.
        for focus in [Pane::Actors, Pane::Sources] {
            let pinned = Arrangement { pinned: true, ..with_keys_in(focus) };
            let shown = Layout::new(width, height, &pinned);
            let usual = Layout::new(width, height, &with_keys_in(focus));
            assert_eq!(shown, usual, "{width}x{height} {focus:?}");
        }
    }
}

#[test]
fn panes_never_overlap_and_stay_on_the_screen_at_any_size() {
    let early = Thresholds::from([(10, 4), (40, 12), (80, 12), (130, 12)]);
    for width in 0..=250u16 {
        for height in (0..=80u16).chain([500]) {
            for sign in 0..24_u8 {
                let large = Pane::LISTS[usize::from(width + height + u16::from(sign)) % 3];
                let thresholds = if sign & 1 > 0 { early } else { Thresholds::default() };
                let listed = [width % 31, width % 23, height % 17];
                let arrangement = Arrangement {
                    thresholds,
                    large,
                    focus: if sign & 2 > 0 { Pane::Reader } else { large },
                    form: [Form::Usual, Form::SideBySide, Form::Alone][usize::from(sign / 8)],
                    pinned: sign & 4 > 0,
                    card: (width + 3 * height) % 19,
                    listed,
                    said: sign & 2 > 0,
                    noted: sign & 4 > 0,
                };
                check(width, height, &arrangement);
            }
        }
    }
}

fn check(width: u16, height: u16, arrangement: &Arrangement) {
    let layout = Layout::new(width, height, arrangement);
    let screen = Rect::new(0, 0, width, height);
    let mut areas: Vec<Rect> = vec![layout.header, layout.footer];
    areas.extend(layout.separators.iter().copied());
    areas.extend(layout.axis.iter().chain(&layout.summary));
    let panes = layout.panes.iter().map(|(_, area)| area);
    let panes: Vec<Area> = panes.chain(&layout.who).chain(&layout.pinned).copied().collect();
    areas.extend(panes.iter().flat_map(|area| [area.title, area.body]));
    areas.retain(|area| area.area() > 0);
    for (index, area) in areas.iter().enumerate() {
        assert_eq!(screen.union(*area), screen, "{width}x{height} {area:?} leaves the screen");
        for other in areas.iter().skip(index + 1) {
            assert!(!area.intersects(*other), "{width}x{height} {area:?} {other:?} overlap");
        }
    }
    if layout.tier > Tier::Card {
        let focus = arrangement.focus;
        assert!(layout.area(focus).is_some(), "{width}x{height} {focus:?} is not shown");
    }
    if layout.tier > Tier::Single {
        // Only the blank columns beside texts are nobody's.
        let blank = |area: &Area| {
            u32::from(area.title.width - area.body.width) * u32::from(area.body.height)
        };
        let owned: u32 = areas.iter().map(|area| area.area()).sum();
        let blank: u32 = panes.iter().map(blank).sum();
        assert_eq!(owned + blank, screen.area(), "{width}x{height} {arrangement:?} {layout:?}");
        // Who lets it begin at a dozen rows has panes of a title only.
        let usual = arrangement.thresholds == Thresholds::default();
        let is_of_use = |area: &Area| area.title.height == 1 && area.body.height > 0;
        assert!(
            !usual || panes.iter().all(is_of_use),
            "{width}x{height} {arrangement:?} {layout:?}"
        );
    }
}
