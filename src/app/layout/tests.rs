//! Where panes stand at every size.

use super::*;

#[test]
fn eighty_by_twenty_four_has_the_drawn_geometry() {
    let layout = Layout::new(80, 24, &Arrangement::usual());
    let body = |pane| layout.area(pane).expect("shown").body;
    assert_eq!(layout.tier, Tier::Double);
    assert_eq!(body(Pane::Timeline), Rect::new(0, 2, 30, 13));
    assert_eq!(body(Pane::Actors), Rect::new(0, 16, 30, 3));
    assert_eq!(body(Pane::Sources), Rect::new(0, 20, 30, 3));
    assert_eq!(body(Pane::Reader), Rect::new(31, 2, 49, 21));
    assert_eq!(layout.footer, Rect::new(0, 23, 80, 1));
}

#[test]
fn what_is_pinned_stands_beside_the_subject_above_it_or_takes_turns_with_it() {
    let of = |width, height, alone| {
        let focus = Pane::Reader;
        let pinned = Arrangement { beside: Beside::Pinned, focus, alone, ..Arrangement::usual() };
        let layout = Layout::new(width, height, &pinned);
        let reader = layout.area(Pane::Reader).expect("shown").body;
        layout.pinned.map(|area| (area.body, reader))
    };
    for (width, height) in [(110, 24), (120, 40), (170, 30), (200, 60), (120, 16)] {
        for alone in [false, true] {
            let (pinned, reader) = of(width, height, alone).expect("shown");
            assert_eq!((pinned.y, pinned.height), (reader.y, reader.height));
            assert!(pinned.width.abs_diff(reader.width) <= 1 && pinned.x < reader.x);
            assert!(pinned.width >= 30, "{width}x{height} {pinned:?}");
        }
    }
    for (width, height) in [(80, 24), (109, 60), (59, 24)] {
        let (pinned, reader) = of(width, height, false).expect("shown");
        assert_eq!((pinned.x, pinned.width), (reader.x, reader.width));
        assert!(pinned.height.abs_diff(reader.height) <= 1 && pinned.y < reader.y);
    }
    for (width, height) in [(80, 23), (60, 16), (40, 12), (20, 6)] {
        assert_eq!(of(width, height, false), None, "{width}x{height}");
    }
}

#[test]
fn panes_never_overlap_and_stay_on_the_screen_at_any_size() {
    let early = Thresholds::from([(10, 4), (40, 12), (80, 12), (130, 12)]);
    for width in 0..=250u16 {
        for height in (0..=80u16).chain([500]) {
            let large = Pane::LISTS[usize::from(width + height) % 3];
            for sign in 0..16_u8 {
                let thresholds = if sign & 8 > 0 { early } else { Thresholds::default() };
                let arrangement = Arrangement {
                    thresholds,
                    large,
                    focus: if sign & 4 > 0 { Pane::Reader } else { large },
                    alone: sign & 2 > 0,
                    beside: if sign & 1 > 0 { Beside::Pinned } else { Beside::Evidence },
                    noted: sign & 1 > 0,
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
    areas.extend(layout.axis);
    let panes = layout.panes.iter().map(|(_, area)| area);
    let panes = panes.chain(&layout.evidence).chain(&layout.pinned);
    areas.extend(panes.flat_map(|area| [area.title, area.body]));
    areas.retain(|area| area.area() > 0);
    for (index, area) in areas.iter().enumerate() {
        assert_eq!(screen.union(*area), screen, "{width}x{height} {area:?} leaves the screen");
        for other in areas.iter().skip(index + 1) {
            assert!(!area.intersects(*other), "{width}x{height} {area:?} {other:?} overlap");
        }
    }
}
