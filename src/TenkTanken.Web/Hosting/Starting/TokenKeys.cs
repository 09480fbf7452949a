using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using TenkTanken.Data;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>
/// The keys of tokens, in every folder where keys lie. The framework makes a new one when none of them is good any more. Pages carry tokens whether
/// or not anything can be saved: a file that cannot be read is left out, and a key that cannot be stored is good until the site stops.
/// </summary>
internal sealed class TokenKeys(KeyFolders folders, ILoggerFactory log) : IXmlRepository
{
    private readonly ILogger _logger = log.CreateLogger<TokenKeys>();
    private readonly ConcurrentQueue<XElement> _inMemory = [];
    private readonly ConcurrentDictionary<string, bool> _told = new();

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. folders.TokenFolders.SelectMany(FilesIn).Select(Read).OfType<XElement>(), .. _inMemory];

    public void StoreElement(XElement element, string friendlyName)
    {
        var folder = folders.TokenFolders[0];
        try
        {
            new FileSystemXmlRepository(new DirectoryInfo(folder), log).StoreElement(element, friendlyName);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _inMemory.Enqueue(element);
            _logger.KeyNotStored(folder, fault.Message);
        }
    }

    private string[] FilesIn(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml") : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Tell(folder, fault);
            return [];
        }
    }

    private XElement? Read(string file)
    {
        try
        {
            return XElement.Load(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or XmlException)
        {
            Tell(file, fault);
            return null;
        }
    }

    /// <summary>Once: they are read again and again.</summary>
    private void Tell(string path, Exception fault)
    {
        if (_told.TryAdd(path, true))
        {
            _logger.KeyNotRead(path, fault.Message);
        }
    }
}

internal static partial class TokenKeysLog
{
    [LoggerMessage(5, LogLevel.Error, "The key of tokens {Path} cannot be read: {Fault} It is left out. What was begun with it on pages that are open "
        + "has to be begun anew.")]
    public static partial void KeyNotRead(this ILogger logger, string path, string fault);

    [LoggerMessage(6, LogLevel.Error, "A key of tokens cannot be stored in {Folder}: {Fault} It is good until the site stops.")]
    public static partial void KeyNotStored(this ILogger logger, string folder, string fault);
}
