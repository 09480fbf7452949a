using System.Globalization;
using System.Text.Json;
using TenkTanken.Content.Checking;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace TenkTanken.Content.Files;

/// <summary>
/// A YAML mapping that is read key by key. A missing key, an unknown key and a value of the wrong sort are each a
/// problem with its line, and reading goes on, so that an editor learns of all of them at once.
/// </summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly string _file;
    private readonly int _lineOffset;
    private readonly ProblemList _problems;
    private readonly Dictionary<string, (int Line, YamlNode Value)> _values;
    private readonly HashSet<string> _read = [];

    private YamlMap(YamlMappingNode node, string file, int lineOffset, ProblemList problems)
    {
        (_node, _file, _lineOffset, _problems) = (node, file, lineOffset, problems);
        _values = node.Children.ToDictionary(child => ((YamlScalarNode)child.Key).Value ?? "", child => ((int)child.Key.Start.Line + lineOffset, child.Value));
    }

    /// <summary>The whole file; empty for a map within it.</summary>
    public string FileText { get; private init; } = "";

    public int Line => (int)_node.Start.Line + _lineOffset;

    public IEnumerable<string> Keys => _values.Keys;

    public static YamlMap? Read(ContentFile? file, ProblemList problems)
    {
        if (file is null)
        {
            return null;
        }

        return Conflict.LineIn(file.Text) is > 0 and var mark
            ? Conflict.Read(file.Name, mark, problems, found => Parse(file.Text, file.Name, 0, found))
            : Parse(file.Text, file.Name, 0, problems);
    }

    /// <param name="lineOffset">How many lines of the file stand above the text.</param>
    public static YamlMap? Parse(string text, string file, int lineOffset, ProblemList problems)
    {
        if (new YamlCheck(text, file, lineOffset, problems).Events() is not { } events)
        {
            return null;
        }

        var stream = new YamlStream();
        stream.Load(new Replay(events));

        return new YamlMap((YamlMappingNode)stream.Documents[0].RootNode, file, lineOffset, problems) { FileText = text };
    }

    public bool Has(string key) => Node(key) is not null;

    /// <summary>The line of the key itself; of the whole map when it is missing.</summary>
    public int LineOf(string key) => _values.TryGetValue(key, out var found) ? found.Line : Line;

    /// <summary>The text of a key that must be there and say something.</summary>
    public string Text(string key)
    {
        var text = OptionalText(key);
        if (string.IsNullOrWhiteSpace(text) && Node(key) is null or YamlScalarNode)
        {
            _problems.Add(ProblemKind.KeyMissing, _file, LineOf(key), ("key", key));
        }

        return text ?? "";
    }

    public string? OptionalText(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return ValueOf(scalar);
            default:
                _problems.Add(ProblemKind.NotAText, _file, LineOf(key), ("key", key));
                return null;
        }
    }

    public DateOnly Date(string key)
    {
        var text = Text(key);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && text.Length > 0)
        {
            _problems.Add(ProblemKind.NotADate, _file, LineOf(key), ("key", key), ("value", text));
        }

        return date;
    }

    public bool Flag(string key)
    {
        var text = OptionalText(key) ?? "false";
        if (text is not ("true" or "false"))
        {
            _problems.Add(ProblemKind.NotAFlag, _file, LineOf(key), ("key", key), ("value", text));
        }

        return text == "true";
    }

    /// <summary>One of an enumeration's values, written in kebab-case: <c>come-back</c>.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum
    {
        var text = Text(key);
        foreach (var value in Enum.GetValues<T>())
        {
            if (Kebab(value.ToString()) == text)
            {
                return value;
            }
        }

        if (text.Length > 0)
        {
            var choices = string.Join(", ", Enum.GetNames<T>().Select(Kebab));
            _problems.Add(ProblemKind.NotAChoice, _file, LineOf(key), ("key", key), ("value", text), ("choices", choices));
        }

        return default;
    }

    public IReadOnlyList<string> TextList(string key)
    {
        if (Take(key) is YamlSequenceNode list && list.Children.All(item => item is YamlScalarNode))
        {
            return [.. list.Children.Cast<YamlScalarNode>().Select(item => ItemOf(key, item))];
        }

        _problems.Add(ProblemKind.NotAList, _file, LineOf(key), ("key", key));
        return [];
    }

    /// <summary>The maps of a key that must be there; no list of them may be empty.</summary>
    public IReadOnlyList<YamlMap> MapList(string key, bool mayBeEmpty = false)
    {
        if (Take(key) is YamlSequenceNode list && list.Children.All(item => item is YamlMappingNode))
        {
            if (list.Children.Count == 0 && !mayBeEmpty)
            {
                _problems.Add(ProblemKind.KeyMissing, _file, LineOf(key), ("key", key));
            }

            return [.. list.Children.Cast<YamlMappingNode>().Select(Below)];
        }

        _problems.Add(ProblemKind.NotAList, _file, LineOf(key), ("key", key));
        return [];
    }

    public YamlMap? Map(string key)
    {
        if (Take(key) is YamlMappingNode node)
        {
            return Below(node);
        }

        _problems.Add(Has(key) ? ProblemKind.YamlNotAMap : ProblemKind.KeyMissing, _file, LineOf(key), ("key", key));
        return null;
    }

    /// <summary>Said when all that is known has been read: what is left over is a slip of the pen or nobody's.</summary>
    public void NothingElse()
    {
        foreach (var key in Keys.Where(key => !_read.Contains(key)))
        {
            _problems.Add(ProblemKind.KeyUnknown, _file, LineOf(key), ("key", key));
        }
    }

    /// <summary>Every text in it, however deep, with its key (<c>frame.menu</c>) and line.</summary>
    public IEnumerable<(string Key, string Text, int Line)> Texts() => TextsIn(_node, "");

    public static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private IEnumerable<(string Key, string Text, int Line)> TextsIn(YamlNode node, string path) => node switch
    {
        YamlScalarNode { Value: { } text } => [(path, text, (int)node.Start.Line + _lineOffset)],
        YamlSequenceNode list => list.Children.SelectMany(item => TextsIn(item, path)),
        YamlMappingNode map => map.Children.Where(entry => entry.Key is YamlScalarNode)
            .SelectMany(entry => TextsIn(entry.Value, path.Length == 0 ? $"{entry.Key}" : $"{path}.{entry.Key}")),
        _ => [],
    };

    // Not "null" as well, as YAML has it: that is a number in Norwegian.
    private static string ValueOf(YamlScalarNode scalar) =>
        scalar is { Style: ScalarStyle.Plain, Value: "~" } ? "" : scalar.Value ?? "";

    private string ItemOf(string key, YamlScalarNode item)
    {
        var text = ValueOf(item);
        if (string.IsNullOrWhiteSpace(text))
        {
            _problems.Add(ProblemKind.KeyMissing, _file, (int)item.Start.Line + _lineOffset, ("key", key));
        }

        return text;
    }

    private YamlMap Below(YamlMappingNode node) => new(node, _file, _lineOffset, _problems);

    private YamlNode? Take(string key)
    {
        _read.Add(key);
        return Node(key);
    }

    private YamlNode? Node(string key) => _values.TryGetValue(key, out var found) ? found.Value : null;

    /// <summary>What was looked at event by event is built of those events, and not parsed again.</summary>
    private sealed class Replay(IReadOnlyList<ParsingEvent> events) : IParser
    {
        private int _at = -1;

        public ParsingEvent? Current => _at >= 0 && _at < events.Count ? events[_at] : null;

        public bool MoveNext() => ++_at < events.Count;
    }
}
