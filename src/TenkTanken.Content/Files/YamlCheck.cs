using System.Buffers;
using TenkTanken.Content.Checking;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TenkTanken.Content.Files;

/// <summary>
/// The first look at YAML: event by event, and it stops at the first one that our files have no use for. So nothing
/// that grows when it is taken in (nests, references to references) is ever built as a tree.
/// </summary>
internal sealed class YamlCheck(string text, string file, int lineOffset, ProblemList problems)
{
    /// <summary>Ours are four deep. Beyond some thousand the library takes seconds, and a tree of them the stack.</summary>
    private const int MaxDepth = 16;

    private const int LongestReason = 60;

    /// <summary>Spaces that YAML takes for letters.</summary>
    private static readonly SearchValues<char> OddSpaces = SearchValues.Create(
        "\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u3000");

    private readonly string[] _lines = text.Split('\n');
    private readonly Stack<Collection> _open = new();
    private readonly List<ParsingEvent> _events = [];
    private bool _whole = true;

    /// <summary>All of the text, where it is one map that can be taken in whole. If not, null, and the problems are named.</summary>
    public IReadOnlyList<ParsingEvent>? Events() => Passes() ? _events : null;

    private bool Passes()
    {
        if (Array.FindIndex(_lines, BeginsWithTab) is >= 0 and var tab)
        {
            return Refuse(ProblemKind.YamlTab, tab + 1);
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            var documents = 0;
            while (parser.MoveNext())
            {
                if (parser.Current is DocumentStart start && ++documents > 1)
                {
                    return Refuse(ProblemKind.YamlNotAMap, LineOf(start));
                }

                if (parser.Current is { } found)
                {
                    if (!Take(found))
                    {
                        return false;
                    }

                    _events.Add(found);
                }
            }

            return documents == 1 ? _whole : Refuse(ProblemKind.YamlNotAMap, 1);
        }
        catch (Exception fault)
        {
            // The library's own, and what it lets through from an escape, a tag or a bracket it did not think of.
            return Refuse(fault, parser.Current);
        }
    }

    private bool Take(ParsingEvent found)
    {
        switch (found)
        {
            case AnchorAlias:
            case NodeEvent { Anchor.IsEmpty: false }:
                return Refuse(ProblemKind.YamlAlias, LineOf(found));
            case NodeEvent { Tag.IsEmpty: false }:
                return Refuse(ProblemKind.YamlBroken, LineOf(found));
            case Scalar scalar:
                return TakeText(scalar);
            case MappingStart or SequenceStart:
                return Open(found);
            case MappingEnd or SequenceEnd:
                _open.Pop();
                return true;
            default:
                return true;
        }
    }

    private bool TakeText(Scalar scalar)
    {
        if (_open.Count == 0)
        {
            return Refuse(ProblemKind.YamlNotAMap, LineOf(scalar));
        }

        // An escape in quotation marks is one more way to write what the file itself may not have.
        if (Unwritable.IndexIn(scalar.Value) >= 0)
        {
            return Refuse(ProblemKind.ControlCharacter, LineOf(scalar));
        }

        if (!_open.Peek().TakesKey())
        {
            return true;
        }

        if (scalar.Value.AsSpan().ContainsAny(OddSpaces))
        {
            return Refuse(ProblemKind.YamlBroken, LineOf(scalar));
        }

        if (!_open.Peek().Keys.Add(scalar.Value))
        {
            _whole = Refuse(ProblemKind.YamlKeyTwice, LineOf(scalar));
        }

        return true;
    }

    private bool Open(ParsingEvent found)
    {
        if (_open.Count == 0 && found is not MappingStart)
        {
            return Refuse(ProblemKind.YamlNotAMap, LineOf(found));
        }

        if (_open.Count == MaxDepth)
        {
            return Refuse(ProblemKind.YamlTooDeep, LineOf(found));
        }

        if (_open.TryPeek(out var around) && around.TakesKey())
        {
            // A list or a map as the key of a map.
            return Refuse(ProblemKind.YamlBroken, LineOf(found));
        }

        _open.Push(new Collection(
            found is MappingStart,
            found is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow },
            LineOf(found)));

        return true;
    }

    private bool Refuse(Exception fault, ParsingEvent? last)
    {
        // A bracket that is never closed is noticed far below it.
        if (_open.LastOrDefault(collection => collection.Flow) is { } unclosed)
        {
            return Refuse(ProblemKind.YamlBroken, unclosed.Line);
        }

        if (fault is not YamlException { Start: var start })
        {
            return Refuse(ProblemKind.YamlBroken, (int)(last?.End.Line ?? 1));
        }

        var at = (int)Math.Min(start.Index, text.Length);

        return Refuse(text.AsSpan(at) is ['&' or '*', ..] ? ProblemKind.YamlAlias : ProblemKind.YamlBroken, (int)start.Line);
    }

    private bool Refuse(ProblemKind kind, int line)
    {
        line = Math.Clamp(line, 1, _lines.Length);
        while (line > 1 && string.IsNullOrWhiteSpace(_lines[line - 1]))
        {
            line--;
        }

        // Such a line looks right, and what is noticed is often the next one.
        if (kind is ProblemKind.YamlBroken or ProblemKind.YamlNotAMap && Array.FindIndex(_lines, 0, line, HasOddSpace) is >= 0 and var odd)
        {
            (kind, line) = (ProblemKind.SpaceNotPlain, odd + 1);
        }

        var reason = _lines[line - 1].Trim();
        problems.Stop(kind, file, line + lineOffset, ("reason", reason.Length > LongestReason ? $"{reason[..LongestReason]}…" : reason));

        return false;
    }

    /// <summary>In front of a key, or on either side of its colon.</summary>
    private static bool HasOddSpace(string line)
    {
        var colon = line.IndexOf(':');

        return colon > 0
            && (OddSpaces.Contains(line.TrimStart(' ')[0])
                || OddSpaces.Contains(line[colon - 1]) || (colon + 1 < line.Length && OddSpaces.Contains(line[colon + 1])));
    }

    private static int LineOf(ParsingEvent found) => (int)found.Start.Line;

    private static bool BeginsWithTab(string line) =>
        !string.IsNullOrWhiteSpace(line) && line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t');

    private sealed class Collection(bool map, bool flow, int line)
    {
        private int _taken;

        public HashSet<string> Keys { get; } = [];

        /// <summary>Written with brackets, which can be left open.</summary>
        public bool Flow => flow;

        public int Line => line;

        /// <summary>Whether what comes now is a key. In a map every second one is.</summary>
        public bool TakesKey() => map && _taken++ % 2 == 0;
    }
}
