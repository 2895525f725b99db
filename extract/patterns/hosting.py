"""Domains under which customers of a host have a name of their own: such a name says nothing about a company.

The public suffix list tells most hosts (its private section); here is what it lacks, and what stands there but is a
registry, where a firm registers a name as it does under ``.com``.
"""

from __future__ import annotations

from typing import Final

# Registries of names in other people's zones: halden.uk.com is a firm's domain, halden.github.io is not.
_REGISTRIES_LIST: Final = """
    uk.com us.com eu.com de.com gb.net uk.net se.net jpn.com br.com cn.com ru.com sa.com za.com jp.net hu.net in.net
    com.de com.se co.com co.nl co.no gr.com ae.org us.org za.bz mex.com radio.am radio.fm eu.org pp.ua pp.ru biz.ua
    co.ua co.ca nom.co
"""
REGISTRIES: Final = frozenset(_REGISTRIES_LIST.split())
# Hosts that give each customer a subdomain; their own people write from the domain itself.
_TENANTS_LIST: Final = """
    onmicrosoft.com onmicrosoft.de onmicrosoft.us partner.onmschina.cn test-google-a.com gappssmtp.com
    zendesk.com freshdesk.com freshservice.com helpscout.net helpscoutapp.com intercom-mail.com desk.com groovehq.com
    salesforce.com force.com my.salesforce.com hubspot.com hubspotemail.net pipedrivemail.com zohodesk.com
    atlassian.net jira.com slack.com teams.ms basecamp.com basecamphq.com myshopify.com shopify.com mystrikingly.com
    amazonses.com sendgrid.net mailgun.org mandrillapp.com mcsv.net mailchimpapp.net rsgsv.net mktomail.com
    sparkpostmail.com postmarkapp.com secureserver.net amazonaws.com azurewebsites.net cloudapp.net herokuapp.com
    wordpress.com tumblr.com weebly.com jimdo.com squarespace.com wixsite.com netlify.com
"""
TENANTS: Final = frozenset(_TENANTS_LIST.split())
