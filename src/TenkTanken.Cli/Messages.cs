using TenkTanken.Content;
using TenkTanken.Content.Checking;
using TenkTanken.Data;
using YamlDotNet.Serialization;

namespace TenkTanken.Cli;

/// <summary>What the workbench says, in one language. Embedded: the content may be what is broken.</summary>
internal sealed class Messages
{
    private static readonly Dictionary<string, Messages> All = Problem.Languages.ToDictionary(language => language, language => new Messages(language));

    private readonly Dictionary<string, string> _messages;

    private Messages(string language) =>
        _messages = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(EmbeddedText.Read<Messages>($"messages.{language}.yaml"));

    public static Messages In(string language) => All[language];

    public string Say(string key) => _messages[key];

    public string Say(BackupFault fault) => Say(KeyOf(fault.Kind)).With(("path", fault.Path), ("reason", fault.Reason.TrimEnd('.')));

    private static string KeyOf(BackupFaultKind kind) => kind switch
    {
        BackupFaultKind.Missing => "fault-missing",
        BackupFaultKind.NotOurs => "fault-not-ours",
        BackupFaultKind.Damaged => "fault-damaged",
        BackupFaultKind.Newer => "fault-newer",
        BackupFaultKind.Busy => "fault-busy",
        BackupFaultKind.Unreadable => "fault-unreadable",
        BackupFaultKind.Exists => "fault-exists",
        BackupFaultKind.DatabaseThere => "fault-database-there",
        BackupFaultKind.NoFolder => "fault-no-folder",
        BackupFaultKind.NotWritable => "fault-not-writable",
        BackupFaultKind.DiskFull => "fault-disk-full",
        BackupFaultKind.InData => "fault-in-data",
        BackupFaultKind.WithKeys => "fault-with-keys",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
