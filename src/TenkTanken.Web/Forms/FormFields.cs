using Microsoft.Extensions.Primitives;

namespace TenkTanken.Web.Forms;

/// <summary>
/// The fields of a posted form, read by name. What can be read is read: a field nobody asks for, one sent twice and a value
/// that is none of those offered make the whole not understood, and cost none of the rest.
/// </summary>
public sealed class FormFields
{
    /// <summary>Says which form was posted. The framework adds it, and has read it.</summary>
    private const string Handler = "_handler";

    private readonly Dictionary<string, StringValues> _fields;
    private readonly HashSet<string> _asked = [Handler];
    private bool _faulty;

    public FormFields(IEnumerable<KeyValuePair<string, StringValues>> fields) => _fields = new(fields);

    /// <summary>The name of the form that was posted; null where it has none.</summary>
    public string? Form => _fields.GetValueOrDefault(Handler);

    /// <summary>Asked when everything is read: then each field that was sent has been asked for, and held what it may.</summary>
    public bool Understood => !_faulty && _fields.Keys.All(_asked.Contains);

    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>The first, where it was sent more than once; null where it was not sent.</summary>
    public string? Text(string name)
    {
        var values = Values(name);
        _faulty |= values.Count > 1;

        return values.Count > 0 ? values[0] : null;
    }

    /// <summary>One of the values offered. None: nothing was chosen, or what was sent cannot be told.</summary>
    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> offered)
        where T : struct
    {
        if (Values(name) is [var value] && offered.TryGetValue(value, out var chosen))
        {
            return chosen;
        }

        _faulty |= Values(name) is not ([] or [""]);
        return null;
    }

    /// <summary>The same, where the value itself says all.</summary>
    public string? Choice(string name, IReadOnlyCollection<string> offered)
    {
        if (Values(name) is [var value] && offered.Contains(value))
        {
            return value;
        }

        _faulty |= Values(name).Count > 0;
        return null;
    }

    /// <summary>Those of the values offered that were sent, in the order they are offered.</summary>
    public IReadOnlyList<string> Several(string name, IEnumerable<string> offered)
    {
        var sent = Values(name);
        List<string> known = [.. offered.Where(sent.Contains)];
        _faulty |= known.Count != sent.Count;

        return known;
    }

    /// <summary>What follows the prefix in the names of the fields that begin with it.</summary>
    public IReadOnlyList<string> NamesAfter(string prefix) =>
        [.. _fields.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..])];

    private IReadOnlyList<string> Values(string name)
    {
        _asked.Add(name);

        return [.. _fields.GetValueOrDefault(name).OfType<string>()];
    }
}
