//! Who is quoted by whom: the chains of an event's claims as a graph, the texts that stem from one another, and what
//! several outlets tell with the number of origins behind it.
//!
//! Somebody has a node for each part played: a medium that publishes here and is quoted by others stands in both places.

mod statements;
mod voices;

use self::voices::{Linked, Publishers};
use super::Scene;
use crate::convert;
use crate::view::{OriginView, SourceEdge, SourceNode, SourcePart, SourcesView, VoiceKind};
use riwayat_claims::SourceKind;
use riwayat_compare::{ClaimRef, Event, Origin};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

impl Scene<'_> {
    /// The sources of the event of this id.
    #[must_use]
    pub fn sources(&self, id: &str) -> Option<SourcesView> {
        let event = self.found.events.iter().find(|e| e.id == id)?;
        let graph = self.graph(event);
        let statements = self.statements(event, &graph.publishers);
        let (nodes, edges) = graph.view(self);
        Some(SourcesView {
            event: event.id.clone(),
            title: self.title(event),
            texts: super::event::texts(event),
            nodes,
            edges,
            origins: event.origins.iter().map(|o| self.origin_view(o, event)).collect(),
            statements,
        })
    }

    fn origin_view(&self, origin: &Origin, event: &Event) -> OriginView {
        OriginView {
            kind: convert::origin_kind(origin.kind),
            articles: origin.articles.iter().map(|a| self.article_head(*a, Some(event))).collect(),
        }
    }

    fn graph(&self, event: &Event) -> Graph {
        let mut graph = Graph::default();
        for &article in &event.articles {
            let outlet = self.outlet_link(article);
            graph.publishers.entry(outlet.key).or_default().insert(convert::camp_name(outlet.camp.as_ref()));
        }
        for &article in &event.articles {
            // Who publishes has its place even where nothing was read in what it printed.
            graph.meet(SourcePart::Publishes, &self.outlet_link(article));
            for claim in 0..self.prepared[article].reading.claims.len() {
                let at = ClaimRef { article, claim };
                let links = self.links(at, &graph.publishers);
                graph.tell(at, &links);
            }
        }
        graph
    }
}

/// The graph while it is gathered; nodes by their ids.
#[derive(Default)]
struct Graph {
    publishers: Publishers,
    nodes: BTreeMap<String, Node>,
    edges: BTreeMap<(String, String), Vec<ClaimRef>>,
}

/// One node, gathered.
struct Node {
    part: SourcePart,
    first: Linked,
    /// As written, with how often.
    names: BTreeMap<String, usize>,
    camps: BTreeSet<String>,
    claims: usize,
    own: usize,
}

impl Graph {
    fn meet(&mut self, part: SourcePart, link: &Linked) -> String {
        let id = match part {
            // An outlet whose articles were set to different camps is shown once for each of them.
            SourcePart::Publishes => {
                format!("publishes {} {}", link.key, convert::camp_name(link.camp.as_ref()))
            }
            SourcePart::Relays => format!("relays {}", link.key),
            SourcePart::Speaks => format!("speaks {}", link.key),
        };
        let node = self.nodes.entry(id.clone()).or_insert_with(|| Node {
            part,
            first: link.clone(),
            names: BTreeMap::new(),
            camps: BTreeSet::new(),
            claims: 0,
            own: 0,
        });
        node.camps.extend(link.camp.as_ref().map(ToString::to_string));
        id
    }

    fn tell(&mut self, at: ClaimRef, links: &[Linked]) {
        let last = links.len() - 1;
        let mut ids: Vec<String> = Vec::with_capacity(links.len());
        for (n, link) in links.iter().enumerate() {
            let part = match n {
                0 => SourcePart::Publishes,
                _ if n < last || link.kind == SourceKind::Medium => SourcePart::Relays,
                _ => SourcePart::Speaks,
            };
            let id = self.meet(part, link);
            if let Some(node) = self.nodes.get_mut(&id).filter(|_| !ids.contains(&id)) {
                node.claims += 1;
                node.own += usize::from(n == last);
                link.words.iter().for_each(|words| *node.names.entry(words.clone()).or_default() += 1);
            }
            ids.push(id);
        }
        for pair in ids.windows(2).filter(|pair| pair[0] != pair[1]) {
            let behind = self.edges.entry((pair[0].clone(), pair[1].clone())).or_default();
            if behind.last() != Some(&at) {
                behind.push(at);
            }
        }
    }

    /// As drawn: by part, then by the columns of their camps, who tells most first.
    fn view(self, scene: &Scene<'_>) -> (Vec<SourceNode>, Vec<SourceEdge>) {
        let Self { publishers, nodes, edges } = self;
        let column = |camp: &str| scene.camps.iter().position(|c| c.id == camp).unwrap_or(usize::MAX);
        let mut shown: Vec<SourceNode> =
            nodes.into_iter().map(|(id, node)| node.view(id, scene, &publishers)).collect();
        shown.sort_by_cached_key(|n| (n.part, column(&n.camp), Reverse(n.claims), n.id.clone()));
        let place: BTreeMap<&str, usize> =
            shown.iter().enumerate().map(|(at, n)| (n.id.as_str(), at)).collect();
        let mut told: Vec<((String, String), Vec<ClaimRef>)> = edges.into_iter().collect();
        told.sort_by_key(|((from, to), _)| {
            (place.get(from.as_str()).copied(), place.get(to.as_str()).copied())
        });
        let edges = told.into_iter().map(|((from, to), claims)| SourceEdge {
            from,
            to,
            claims: claims.into_iter().map(|c| scene.claim_place(c)).collect(),
        });
        let edges = edges.collect();
        (shown, edges)
    }
}

impl Node {
    fn view(self, id: String, scene: &Scene<'_>, publishers: &Publishers) -> SourceNode {
        let kind = match self.first.kind {
            SourceKind::Medium if publishers.contains_key(&self.first.key) => VoiceKind::Outlet,
            SourceKind::Medium => VoiceKind::Agency,
            SourceKind::Named => VoiceKind::Speaker,
            SourceKind::Unnamed => VoiceKind::Anonymous,
        };
        let mut names: Vec<(String, usize)> = self.names.into_iter().collect();
        names.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let written: Vec<String> = names.into_iter().map(|(name, _)| name).collect();
        let label = scene.who_label(&self.first, written.first());
        let own_name = |name: &String| label.as_ref().is_none_or(|l| l.ar != *name);
        // Whom several camps claim for themselves is given to none of them; an outlet that is quoted has the camp of what it
        // publishes.
        let published = publishers.get(&self.first.key).filter(|_| kind == VoiceKind::Outlet);
        let mut camps =
            published.cloned().filter(|_| self.camps.is_empty()).unwrap_or(self.camps).into_iter();
        let camp = camps.next().filter(|_| camps.next().is_none());
        SourceNode {
            id,
            part: self.part,
            kind,
            names: written.into_iter().filter(own_name).collect(),
            label,
            camp: camp.unwrap_or_else(|| convert::camp_name(None)),
            of: self.first.of,
            claims: self.claims,
            own: self.own,
        }
    }
}
